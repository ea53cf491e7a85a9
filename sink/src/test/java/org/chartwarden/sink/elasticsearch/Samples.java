package org.chartwarden.sink.elasticsearch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Action;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.Decision;
import org.chartwarden.model.Department;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Explanation;
import org.chartwarden.model.MemberKind;
import org.chartwarden.model.Outcome;
import org.chartwarden.model.Relation;
import org.chartwarden.model.RuleHit;
import org.chartwarden.model.Severity;
import org.chartwarden.model.Subject;
import org.chartwarden.serde.AvroSerde;
import org.chartwarden.serde.SerdeFactory;

/** Records in which every field is set, and the least that a record can hold. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-02-01T00:00:00.123Z");

    private static final Department ONCOLOGY =
            Department.newBuilder().setId("d1").setName("Oncology").build();

    static {
        // Has Avro trust our classes, which it needs for the default of a field that is not set.
        new SerdeFactory(AvroSerde.class.getName(), Map.of());
    }

    private Samples() {}

    static AccessEvent.Builder leastEvent() {
        return AccessEvent.newBuilder()
                .setEventId("e1")
                .setTime(Instant.parse("2026-01-31T23:59:59.999Z"))
                .setReceivedAt(Instant.parse("2026-01-31T23:59:59.999Z"))
                .setAction(Action.R)
                .setCategory(AccessCategory.OTHER)
                .setOutcome(Outcome.SUCCESS);
    }

    static ExplainedAccess leastAccess() {
        return ExplainedAccess.newBuilder()
                .setAccess(leastEvent().build())
                .setExplained(false)
                .build();
    }

    static ExplainedAccess fullAccess() {
        AccessEvent access = leastEvent()
                .setReceivedAt(Instant.parse("2026-02-01T00:00:00Z"))
                .setCategory(AccessCategory.RECORD)
                .setOutcome(Outcome.SERIOUS_FAILURE)
                .setUserId("u1")
                .setUserName("Doe J")
                .setUserRole("RN")
                .setPatientId("p1")
                .setEncounterId("enc1")
                .setObjectType("Observation")
                .setObjectId("o1")
                .setPurposeOfUse(List.of("TREAT", "BTG"))
                .setEmergency(true)
                .setSourceSystem("ehr")
                .setNetworkAddress("10.0.0.7")
                .setRequestId("r1")
                .setTokenId("t1")
                .setEndTime(Instant.parse("2026-02-01T00:00:02.999Z"))
                .setInteractive(true)
                .setSecurityLabels(List.of("R"))
                .setQueryParameters(List.of("family"))
                .build();
        return ExplainedAccess.newBuilder()
                .setAccess(access)
                .setRevision(3)
                .setExplained(true)
                .setExplanations(List.of(Explanation.newBuilder()
                        .setReason("department-encounter")
                        .setStrength(0.5)
                        .setText("An encounter in Oncology")
                        .setEvidenceIds(List.of("Encounter/enc1"))
                        .build()))
                .setUnexplainedBecause(List.of("no order"))
                .setFirstOfPair(true)
                .setSilencedBy("decision-1")
                .setLate(true)
                .setUserKnown(true)
                .setUserFullName("Jane Doe")
                .setUserDepartments(List.of(ONCOLOGY))
                .setUserRoles(List.of("nurse"))
                .setUserKind(MemberKind.DEVICE)
                .setUserOnLeave(true)
                .setUserOffShift(true)
                .setUserTerminated(true)
                .setUserConfirmedViolations(1)
                .setMergedInto("p2")
                .setPatientKnown(true)
                .setPatientVip(true)
                .setPatientUserId("u2")
                .setPatientDeceased(true)
                .setDaysSinceDeath(40)
                .setPatientSecurityLabels(List.of("PSY"))
                .setDaysSinceCare(41)
                .setDaysSinceDepartmentsCare(200)
                .setPatientConfirmedViolations(2)
                .setRelation(Relation.newBuilder()
                        .setSameFamilyName(true)
                        .setFamilyNameShare(0.001)
                        .setSameAddress(true)
                        .setSameStreet(true)
                        .setDistanceMeters(120)
                        .setRelated(true)
                        .build())
                .setRuleHits(List.of(RuleHit.newBuilder()
                        .setRuleId("coworker-record")
                        .setRuleVersion(2)
                        .setSeverity(Severity.MEDIUM)
                        .setAlertId("a1")
                        .setReason("a colleague's record")
                        .build()))
                .build();
    }

    static Alert fullAlert() {
        return Alert.newBuilder()
                .setAlertId("a1")
                .setRevision(2)
                .setStatus(AlertStatus.OPEN)
                .setSeverity(Severity.HIGH)
                .setRiskScore(73)
                .setRuleId("vip-without-explanation")
                .setRuleVersion(4)
                .setRuleName("VIP record opened without explanation")
                .setUserId("u1")
                .setUserFullName("Jane Doe")
                .setUserDepartments(List.of(ONCOLOGY))
                .setPatientId("p1")
                .setFirstEventTime(Instant.parse("2026-01-31T10:00:00Z"))
                .setLastEventTime(Instant.parse("2026-01-31T11:00:00Z"))
                .setEventCount(2)
                .setEventIds(List.of("e1", "e2"))
                .setReasons(List.of("never treated this patient"))
                .setMitigations(List.of("same floor"))
                .setMails(true)
                .setSubject(Subject.PATIENT)
                .setInvolvedUserIds(List.of("u1", "u3"))
                .setProvisionalUntil(Instant.parse("2026-02-01T12:00:00Z"))
                .setExplainedBecause(List.of("An encounter in Oncology"))
                .setDecision(Decision.DOCUMENTATION_GAP)
                .setDispositionId("decision-1")
                .setDecidedAt(Instant.parse("2026-02-02T09:00:00Z"))
                .build();
    }
}
