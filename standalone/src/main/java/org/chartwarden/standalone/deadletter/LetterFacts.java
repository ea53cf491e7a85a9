package org.chartwarden.standalone.deadletter;

import java.time.Instant;
import java.util.Optional;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.model.Stage;

/**
 * A dead letter without its content, which may hold PHI: what may be printed.
 *
 * @param feed whose reader can read the content; empty for a record of a topic, which source names then
 * @param bytes how long the content is
 * @param replayedAt when it was put back on its way; empty while it waits for somebody
 */
public record LetterFacts(
        String id,
        Instant time,
        Stage stage,
        Optional<String> feed,
        String source,
        String position,
        String reason,
        int bytes,
        Optional<Instant> replayedAt) {

    static LetterFacts of(DeadLetter letter) {
        return new LetterFacts(
                letter.getDeadLetterId(),
                letter.getTime(),
                letter.getStage(),
                Optional.ofNullable(letter.getFeed()),
                letter.getSource(),
                letter.getPosition(),
                letter.getReason(),
                letter.getRaw().remaining(),
                Optional.ofNullable(letter.getReplayedAt()));
    }

    /** The source and the place in it. */
    public String place() {
        return position.isEmpty() ? source : source + ", " + position;
    }
}
