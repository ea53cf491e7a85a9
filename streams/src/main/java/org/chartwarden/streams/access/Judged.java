package org.chartwarden.streams.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Explanation;
import org.chartwarden.model.Relation;

/** Tells whether a judgement could be another one now. */
final class Judged {

    private Judged() {}

    /**
     * The rules would see the same, everything that was cited is still on record, and what was not found still is not.
     * Further evidence of the same reasons says nothing new. What the patient's own facts do not decide is left out: the
     * officers' decisions and how common a family name is, which count from when they became known.
     */
    static boolean alike(ExplainedAccess earlier, ExplainedAccess now) {
        return reasons(earlier).equals(reasons(now))
                && evidence(now).containsAll(evidence(earlier))
                && earlier.getUnexplainedBecause().equals(now.getUnexplainedBecause())
                && facts(earlier).equals(facts(now));
    }

    private static Set<String> evidence(ExplainedAccess access) {
        return access.getExplanations().stream()
                .flatMap(explanation -> explanation.getEvidenceIds().stream())
                .collect(Collectors.toSet());
    }

    private static List<String> reasons(ExplainedAccess access) {
        return access.getExplanations().stream().map(Explanation::getReason).toList();
    }

    private static ExplainedAccess facts(ExplainedAccess access) {
        return ExplainedAccess.newBuilder(access)
                .setRevision(0)
                .setExplanations(List.of())
                .setUnexplainedBecause(List.of())
                .setSilencedBy(null)
                .setUserConfirmedViolations(0)
                .setPatientConfirmedViolations(0)
                .setRelation(Relation.newBuilder(access.getRelation())
                        .setFamilyNameShare(null)
                        .build())
                .setRuleHits(List.of())
                .build();
    }
}
