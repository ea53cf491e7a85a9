package org.chartwarden.producers.hl7;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which answer a sender asked for (2.5.1, 2.9.2 and 2.9.3).
 *
 * @param level the first letter of MSA-1: {@code A} tells how the message was processed, {@code C} that it is in safe
 *     hands. Here one is as certain as the other
 * @param condition when it is wanted, by table 0155: {@code AL} always, {@code NE} never, {@code ER} only on errors,
 *     {@code SU} only on success
 */
record AnswerMode(char level, String condition) {

    private static final String NEVER = "NE";
    private static final AnswerMode ORIGINAL = new AnswerMode('A', "AL");

    /** By MSH-15 and MSH-16, one or two; in the original mode where both are silent, or nothing is known. */
    static List<AnswerMode> of(Optional<Segment> header) {
        String accept = header.flatMap(sent -> sent.text(15)).orElse("");
        String application = header.flatMap(sent -> sent.text(16)).orElse("");
        if (accept.isEmpty() && application.isEmpty()) {
            return List.of(ORIGINAL);
        }
        List<AnswerMode> modes = new ArrayList<>();
        if (!accept.isEmpty() && !accept.equals(NEVER)) {
            modes.add(new AnswerMode('C', accept));
        }
        if (modes.isEmpty() || !application.isEmpty() && !application.equals(NEVER)) {
            modes.add(new AnswerMode('A', application.isEmpty() ? NEVER : application));
        }
        return modes;
    }

    /** That nothing is stored is told to everybody: the sender alone has the message. */
    boolean asksFor(Verdict verdict) {
        return verdict == Verdict.NOT_STORED
                || switch (condition) {
                    case NEVER -> false;
                    case "ER" -> !verdict.isAccepted();
                    case "SU" -> verdict.isAccepted();
                    default -> true;
                };
    }
}
