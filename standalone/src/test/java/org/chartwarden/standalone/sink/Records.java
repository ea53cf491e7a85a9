package org.chartwarden.standalone.sink;

import java.time.Instant;
import java.util.List;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Action;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.Decision;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Outcome;
import org.chartwarden.model.Severity;

/** What the topology would have produced. */
final class Records {

    private static final Instant TIME = Instant.parse("2026-01-31T10:00:00Z");

    private Records() {}

    static ExplainedAccess access(String eventId) {
        return access(eventId, "u1", 1);
    }

    static ExplainedAccess access(String eventId, String userId, int revision) {
        AccessEvent access = AccessEvent.newBuilder()
                .setEventId(eventId)
                .setTime(TIME)
                .setReceivedAt(TIME)
                .setAction(Action.R)
                .setCategory(AccessCategory.RECORD)
                .setOutcome(Outcome.SUCCESS)
                .setUserId(userId)
                .setPatientId("p1")
                .build();
        return ExplainedAccess.newBuilder()
                .setAccess(access)
                .setRevision(revision)
                .setExplained(false)
                .setUnexplainedBecause(List.of("no encounter"))
                .build();
    }

    static Alert alert(String alertId, int revision) {
        return alert(alertId, revision, AlertStatus.OPEN);
    }

    /** Of a rule of its own. */
    static Alert decided(String alertId, String ruleId, Decision decision) {
        return Alert.newBuilder(alert(alertId, 1, AlertStatus.CLOSED))
                .setRuleId(ruleId)
                .setDecision(decision)
                .setDispositionId("decision-of-" + alertId)
                .setDecidedAt(TIME.plusSeconds(1))
                .build();
    }

    static Alert alert(String alertId, int revision, AlertStatus status) {
        return Alert.newBuilder()
                .setAlertId(alertId)
                .setRevision(revision)
                .setStatus(status)
                .setSeverity(Severity.HIGH)
                .setRiskScore(73)
                .setRuleId("vip-without-explanation")
                .setRuleVersion(1)
                .setRuleName("VIP record opened without explanation")
                .setUserId("u1")
                .setUserFullName("Jane Doe")
                .setPatientId("p1")
                .setFirstEventTime(TIME)
                .setLastEventTime(TIME.plusSeconds(revision))
                .setEventCount(revision)
                .setEventIds(List.of("e1"))
                .setReasons(List.of("never treated this patient"))
                .setMails(true)
                .build();
    }
}
