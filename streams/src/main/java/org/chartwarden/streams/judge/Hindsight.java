package org.chartwarden.streams.judge;

import java.util.List;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Explanation;

/** Why an access speaks for an alert no more, in plain words. */
final class Hindsight {

    static final List<String> MOVED =
            List.of("The patient's record was merged into another, where the access counts now");
    static final List<String> NAMED = List.of("Another record of the same act names the user");
    static final List<String> NOT_THE_FIRST =
            List.of("An access that was learned of later shows that it is nothing new");

    private static final List<String> ALLOWED = List.of("An officer's decision allows it");
    private static final List<String> CHANGED = List.of("What is on record of the access has changed");

    private Hindsight() {}

    /** @param revised the access in its new revision */
    static List<String> of(ExplainedAccess revised) {
        if (revised.getSilencedBy() != null) {
            return ALLOWED;
        }
        List<String> texts =
                revised.getExplanations().stream().map(Explanation::getText).toList();
        return revised.getExplained() && !texts.isEmpty() ? texts : CHANGED;
    }
}
