package org.chartwarden.streams.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Action;
import org.chartwarden.model.Alert;
import org.chartwarden.model.Decision;
import org.chartwarden.model.Department;
import org.chartwarden.model.Disposition;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Explanation;
import org.chartwarden.model.Outcome;
import org.chartwarden.model.SilenceScope;

/** Explained accesses and decisions to start from. */
final class Told {

    static final String REFERRAL = "A referral to Oncology is on record";

    private Told() {}

    /** A known user's successful reading that nothing explains. */
    static ExplainedAccess.Builder unexplained(String eventId, String userId, String patientId, Instant time) {
        return ExplainedAccess.newBuilder()
                .setAccess(AccessEvent.newBuilder()
                        .setEventId(eventId)
                        .setTime(time)
                        .setReceivedAt(time.plus(Duration.ofSeconds(5)))
                        .setAction(Action.R)
                        .setCategory(AccessCategory.RECORD)
                        .setOutcome(Outcome.SUCCESS)
                        .setUserId(userId)
                        .setPatientId(patientId)
                        .build())
                .setExplained(false)
                .setUserKnown(userId != null)
                .setUserDepartments(List.of(new Department("ort", "Orthopaedics")))
                .setUserRoles(List.of("nurse"));
    }

    /** The same access after paperwork arrived. */
    static ExplainedAccess explainedLater(ExplainedAccess access) {
        return ExplainedAccess.newBuilder(access)
                .setRevision(access.getRevision() + 1)
                .setExplained(true)
                .setExplanations(List.of(new Explanation("handover", 0.8, REFERRAL, List.of("c1"))))
                .build();
    }

    static Disposition.Builder decision(Alert alert, Decision decision, Instant decidedAt) {
        return Disposition.newBuilder()
                .setDispositionId("d-" + decidedAt)
                .setAlertId(alert.getAlertId())
                .setRuleId(alert.getRuleId())
                .setUserId(alert.getUserId())
                .setPatientId(alert.getPatientId())
                .setDecision(decision)
                .setDecidedBy("officer")
                .setDecidedAt(decidedAt);
    }

    /** Found appropriate, and silent for three months from the alert's first access on. */
    static Disposition.Builder allowed(Alert alert, SilenceScope scope, Instant decidedAt) {
        return decision(alert, Decision.APPROPRIATE, decidedAt)
                .setSilences(scope)
                .setSilentFrom(alert.getFirstEventTime())
                .setSilentUntil(alert.getFirstEventTime().plus(Duration.ofDays(90)));
    }
}
