package org.chartwarden.streams.explain;

import java.time.Duration;
import java.util.List;
import org.chartwarden.model.Explanation;
import org.chartwarden.streams.text.Words;

/**
 * The user opened this patient's record not long before, and care on record explained it. Such an access does not
 * explain further ones itself: else one visit would explain accesses for ever.
 */
record OwnEarlierCare(Duration reach) implements Reason {

    private static final String NAME = "own-earlier-care";
    private static final double FAIR = 0.6;

    @Override
    public Finding examine(Situation situation) {
        String span = "to this patient in the " + Words.of(reach) + " before";
        return situation
                .earlierCare()
                .map(eventId -> Finding.found(Explanation.newBuilder()
                        .setReason(NAME)
                        .setStrength(FAIR)
                        .setText("The user had an explained access " + span)
                        .setEvidenceIds(List.of(eventId))
                        .build()))
                .orElseGet(() -> Finding.missing("The user had no explained access " + span));
    }
}
