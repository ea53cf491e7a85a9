package org.chartwarden.streams.explain;

import java.util.List;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.Explanation;

/** Makes explanations that rest on care. */
final class Explanations {

    /** More evidence would prove nothing more. */
    private static final int MOST_EVIDENCE = 10;

    private Explanations() {}

    static Explanation of(String reason, double strength, String text, List<CareEvent> care) {
        return Explanation.newBuilder()
                .setReason(reason)
                .setStrength(strength)
                .setText(text)
                .setEvidenceIds(care.stream()
                        .map(CareEvent::getCareId)
                        .limit(MOST_EVIDENCE)
                        .toList())
                .build();
    }
}
