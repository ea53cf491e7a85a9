package org.chartwarden.sink.mail.engine;

import java.util.List;
import java.util.Optional;
import org.chartwarden.model.NotificationKind;
import org.chartwarden.sink.mail.DigestReason;

/**
 * A mail about alerts.
 *
 * @param reason of a digest
 */
record Draft(NotificationKind kind, List<AlertFacts> alerts, Optional<DigestReason> reason) {

    /** So many fit into a record of {@code audit.notifications}. */
    private static final int MOST_OF_A_DIGEST = 5_000;

    static Draft single(Errand errand) {
        return new Draft(errand.kind(), List.of(errand.alert()), Optional.empty());
    }

    /** The gravest of them; what does not fit is left for the next one. */
    static Draft digest(List<Errand> errands, DigestReason reason) {
        return new Draft(
                NotificationKind.DIGEST,
                errands.stream()
                        .sorted(Errand.GRAVEST_FIRST)
                        .limit(MOST_OF_A_DIGEST)
                        .map(Errand::alert)
                        .toList(),
                Optional.of(reason));
    }
}
