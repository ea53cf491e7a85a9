package org.chartwarden.sink.elasticsearch;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Action;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.ChainLeaf;
import org.chartwarden.model.ChainPage;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.model.Decision;
import org.chartwarden.model.Department;
import org.chartwarden.model.Disposition;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Explanation;
import org.chartwarden.model.Instruction;
import org.chartwarden.model.InstructionKind;
import org.chartwarden.model.LeafKind;
import org.chartwarden.model.MemberKind;
import org.chartwarden.model.Notification;
import org.chartwarden.model.NotificationKind;
import org.chartwarden.model.NotificationState;
import org.chartwarden.model.Outcome;
import org.chartwarden.model.Relation;
import org.chartwarden.model.RuleHit;
import org.chartwarden.model.RuleText;
import org.chartwarden.model.Severity;
import org.chartwarden.model.SilenceScope;
import org.chartwarden.model.Stage;
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
                .setOpenedAt(Instant.parse("2026-02-01T12:00:01Z"))
                .setExplainedBecause(List.of("An encounter in Oncology"))
                .setDecision(Decision.DOCUMENTATION_GAP)
                .setDispositionId("decision-1")
                .setDecidedAt(Instant.parse("2026-02-02T09:00:00Z"))
                .build();
    }

    static Disposition fullDisposition() {
        return Disposition.newBuilder()
                .setDispositionId("decision-1")
                .setAlertId("a1")
                .setRuleId("vip-without-explanation")
                .setUserId("u1")
                .setPatientId("p1")
                .setDecision(Decision.VIOLATION_CURIOSITY)
                .setDecidedBy("officer")
                .setDecidedAt(Instant.parse("2026-02-02T09:00:00Z"))
                .setNote("admitted it")
                .setSilences(SilenceScope.PATIENT_AND_DEPARTMENT)
                .setDepartmentIds(List.of("d1"))
                .setSilentFrom(Instant.parse("2026-01-31T10:00:00Z"))
                .setSilentUntil(Instant.parse("2026-03-31T10:00:00Z"))
                .build();
    }

    static Instruction fullInstruction() {
        return Instruction.newBuilder()
                .setInstructionId("i1")
                .setKind(InstructionKind.EVIDENCE_PACKET)
                .setActive(false)
                .setBy("officer")
                .setAt(Instant.parse("2026-02-03T09:00:00Z"))
                .setNote("for counsel")
                .setUserId("u1")
                .setPatientId("p1")
                .setAlertId("a1")
                .setRuleId("vip-without-explanation")
                .setAddress("ann@hospital.example")
                .setSha256("ab")
                .build();
    }

    static RuleText fullRule() {
        return RuleText.newBuilder()
                .setRuleTextId("vip-without-explanation@4@ab")
                .setRuleId("vip-without-explanation")
                .setVersion(4)
                .setName("VIP record opened without explanation")
                .setText("id: vip-without-explanation")
                .setSha256("ab")
                .setSince(Instant.parse("2026-01-01T00:00:00Z"))
                .build();
    }

    static Notification fullNotification() {
        return Notification.newBuilder()
                .setMessageId("<m1@chartwarden>")
                .setKind(NotificationKind.ALERT)
                .setState(NotificationState.REFUSED)
                .setRecipient("ann@hospital.example")
                .setAlertIds(List.of("a1"))
                .setPlannedAt(Instant.parse("2026-02-01T12:00:02Z"))
                .setSettledAt(Instant.parse("2026-02-01T12:00:03Z"))
                .setDetail("550")
                .build();
    }

    static DeadLetter fullDeadLetter() {
        return DeadLetter.newBuilder()
                .setDeadLetterId("d1")
                .setTime(Instant.parse("2026-02-01T00:00:00Z"))
                .setStage(Stage.PRODUCERS)
                .setSource("roster.csv")
                .setPosition("line 7")
                .setReason("status is not a status")
                .setRaw(ByteBuffer.wrap(new byte[] {'s', 'e', 'c', 'r', 'e', 't'}))
                .setFeed("roster")
                .setHeader(ByteBuffer.wrap(new byte[] {'h'}))
                .setAsOf(Instant.parse("2026-01-31T00:00:00Z"))
                .setKey("key")
                .setReplayedAt(Instant.parse("2026-02-02T00:00:00Z"))
                .build();
    }

    static ChainPage fullChainPage() {
        return ChainPage.newBuilder()
                .setSequence(7)
                .setLeaves(List.of(
                        leaf(LeafKind.ALERT, "a1@2", "2026-01-31T11:00:00Z"),
                        leaf(LeafKind.ACCESS, "e1", "2026-01-31T23:59:59.999Z"),
                        leaf(LeafKind.RULE, "vip-without-explanation@4@ab", "2026-01-01T00:00:00Z")))
                .build();
    }

    private static ChainLeaf leaf(LeafKind kind, String id, String time) {
        return ChainLeaf.newBuilder()
                .setKind(kind)
                .setId(id)
                .setVersion(1)
                .setTime(Instant.parse(time))
                .setSha256("ab")
                .build();
    }

    /** One record of each kind, with every field set. */
    static List<SpecificRecord> full() {
        return List.of(
                fullAccess(),
                fullAlert(),
                fullDisposition(),
                fullInstruction(),
                fullRule(),
                fullNotification(),
                fullDeadLetter(),
                fullChainPage());
    }
}
