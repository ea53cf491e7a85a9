package org.chartwarden.streams.explain;

import java.time.Duration;
import java.util.List;
import org.chartwarden.streams.text.Words;

/**
 * The user opened this patient's record not long before, and care on record explained it. Such an access does not
 * explain further ones itself: else one visit would explain accesses for ever.
 */
record OwnEarlierCare(double strength, Duration reach) implements Reason {

    static Reason of(FamilySettings settings) {
        return new OwnEarlierCare(settings.strength(), settings.span("within"));
    }

    @Override
    public Finding examine(Situation situation) {
        String span = "to this patient in the " + Words.of(reach) + " before";
        return situation
                .earlierCare()
                .map(eventId -> Finding.found(Explanations.resting(
                        Family.OWN_EARLIER_CARE,
                        strength,
                        "The user had an explained access " + span,
                        List.of(eventId))))
                .orElseGet(() -> Finding.missing("The user had no explained access " + span));
    }
}
