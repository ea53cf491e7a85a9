package org.chartwarden.sink.mail.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.Decision;
import org.chartwarden.model.Department;
import org.chartwarden.model.Instruction;
import org.chartwarden.model.InstructionKind;
import org.chartwarden.model.Severity;

/** Alerts and orders as they stand in the topics. */
final class Alerts {

    static final String RULE = "vip-without-explanation";

    private Alerts() {}

    /** One that opened then and waits. */
    static Alert open(String alertId, Severity severity, Instant opened) {
        return Alert.newBuilder()
                .setAlertId(alertId)
                .setRevision(1)
                .setStatus(AlertStatus.OPEN)
                .setSeverity(severity)
                .setRiskScore(73)
                .setRuleId(RULE)
                .setRuleVersion(1)
                .setRuleName("VIP record opened without explanation")
                .setUserId("u1")
                .setPatientId("p1")
                .setFirstEventTime(opened.minus(Duration.ofHours(2)))
                .setLastEventTime(opened.minus(Duration.ofHours(1)))
                .setEventCount(1)
                .setEventIds(List.of("e1"))
                .setReasons(List.of("never treated this patient"))
                .setMails(true)
                .setOpenedAt(opened)
                .build();
    }

    static Alert open(String alertId, Severity severity, FakeClock clock) {
        return open(alertId, severity, clock.instant());
    }

    static Alert ofRule(String ruleId, Alert alert) {
        return Alert.newBuilder(alert).setRuleId(ruleId).build();
    }

    static Alert ofDepartment(String id, Alert alert) {
        Department department =
                Department.newBuilder().setId(id).setName("Ward").build();
        return Alert.newBuilder(alert).setUserDepartments(List.of(department)).build();
    }

    static Alert explained(Alert alert) {
        return Alert.newBuilder(alert)
                .setRevision(alert.getRevision() + 1)
                .setStatus(AlertStatus.EXPLAINED)
                .build();
    }

    static Alert decided(Alert alert, Instant time) {
        return Alert.newBuilder(alert)
                .setRevision(alert.getRevision() + 1)
                .setStatus(AlertStatus.CLOSED)
                .setDecision(Decision.APPROPRIATE)
                .setDispositionId("d1")
                .setDecidedAt(time)
                .build();
    }

    /** Accesses went on after the decision. */
    static Alert reopened(Alert decided) {
        return Alert.newBuilder(decided)
                .setRevision(decided.getRevision() + 1)
                .setStatus(AlertStatus.OPEN)
                .build();
    }

    static Instruction unsubscribe(String rule, String address, FakeClock clock) {
        return order(InstructionKind.UNSUBSCRIBE, rule + address, clock)
                .setRuleId(rule)
                .setAddress(address)
                .build();
    }

    static Instruction courtesy(String alertId, String address, FakeClock clock) {
        return order(InstructionKind.COURTESY_NOTICE, alertId, clock)
                .setAlertId(alertId)
                .setAddress(address)
                .build();
    }

    static Instruction takenBack(Instruction order) {
        return Instruction.newBuilder(order).setActive(false).build();
    }

    private static Instruction.Builder order(InstructionKind kind, String subject, FakeClock clock) {
        return Instruction.newBuilder()
                .setInstructionId(
                        UUID.nameUUIDFromBytes((kind + subject).getBytes()).toString())
                .setKind(kind)
                .setBy("officer")
                .setAt(clock.instant());
    }
}
