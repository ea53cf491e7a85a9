package org.chartwarden.streams.judge;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Subject;

/**
 * Under which key an access is judged, and under which it was. A revision can move an access from one subject to another:
 * then the former one is sent the access too, only to forget it.
 */
public final class JudgedElsewhere {

    private JudgedElsewhere() {}

    /** The user; the access itself when the source named none, since nameless accesses have nothing in common. */
    public static String userKey(ExplainedAccess access) {
        AccessEvent event = access.getAccess();
        return Objects.requireNonNullElse(event.getUserId(), event.getEventId());
    }

    /** Under which keys a user's judge must hear of the access. */
    public static List<String> userKeys(ExplainedAccess access) {
        boolean mayHaveBeenNameless =
                access.getRevision() > 1 && access.getAccess().getUserId() != null;
        return mayHaveBeenNameless
                ? List.of(access.getAccess().getEventId(), userKey(access))
                : List.of(userKey(access));
    }

    /** Why the subject under this key must forget the access; empty when it must judge it. */
    static Optional<List<String>> because(Subject subject, String key, ExplainedAccess access) {
        return switch (subject) {
            case USER -> key.equals(userKey(access)) ? Optional.empty() : Optional.of(Hindsight.NAMED);
            case PATIENT -> isMerged(key, access) ? Optional.of(Hindsight.MOVED) : Optional.empty();
        };
    }

    private static boolean isMerged(String key, ExplainedAccess access) {
        return access.getMergedInto() != null && !access.getMergedInto().equals(key);
    }
}
