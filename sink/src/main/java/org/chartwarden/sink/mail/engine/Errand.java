package org.chartwarden.sink.mail.engine;

import java.time.Instant;
import java.util.Comparator;
import org.chartwarden.model.NotificationKind;

/**
 * An alert that one recipient is to be told of.
 *
 * @param kind ALERT or ESCALATION
 * @param delivery how soon; an escalation comes at once
 * @param due when, but for quiet hours and the hourly limit
 */
record Errand(AlertFacts alert, NotificationKind kind, Delivery delivery, Instant due) {

    /** The gravest first, and of the same severity the oldest. */
    static final Comparator<Errand> GRAVEST_FIRST = Comparator.comparing(
                    (Errand errand) -> errand.alert.mailed().severity())
            .reversed()
            .thenComparing(errand -> errand.alert.mailed().raised())
            .thenComparing(errand -> errand.alert.id());
}
