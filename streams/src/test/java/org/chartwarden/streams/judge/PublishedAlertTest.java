package org.chartwarden.streams.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.Decision;
import org.chartwarden.model.Severity;
import org.chartwarden.model.Subject;
import org.chartwarden.serde.TrustedClasses;
import org.chartwarden.streams.state.AlertState;
import org.chartwarden.streams.state.Evidence;
import org.chartwarden.streams.state.Observation;
import org.junit.jupiter.api.Test;

class PublishedAlertTest {

    static {
        TrustedClasses.ensure();
    }

    private static final Instant TIME = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void shouldKeepTheFirstReasonsAndMitigationsEachOnce() {
        List<Evidence> evidence = IntStream.range(0, 50)
                .mapToObj(n -> evidence(n, "Reason " + n / 2, "The user declared an emergency"))
                .toList();

        Alert alert = PublishedAlert.of(state(evidence).build());

        assertThat(alert.getReasons()).hasSize(PublishedAlert.MOST_REASONS).startsWith("Reason 0", "Reason 1");
        assertThat(alert.getMitigations()).containsExactly("The user declared an emergency");
        assertThat(alert.getEventCount()).isEqualTo(50);
        assertThat(alert.getFirstEventTime()).isEqualTo(TIME);
        assertThat(alert.getLastEventTime()).isEqualTo(TIME.plusSeconds(49));
        assertThat(alert.getInvolvedUserIds()).isEmpty();
    }

    @Test
    void shouldNameTheFirstHundredWhoTookPart() {
        List<Evidence> evidence = IntStream.range(0, 150)
                .mapToObj(n -> evidence(n, "Because.", "None"))
                .toList();

        Alert alert = PublishedAlert.of(
                state(evidence).setSubject(Subject.PATIENT.name()).build());

        assertThat(alert.getInvolvedUserIds())
                .hasSize(PublishedAlert.MOST_USERS)
                .startsWith("u0", "u1")
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldStayDecidedWhenNothingHoldsAnyMore() {
        Evidence gone = Evidence.newBuilder(evidence(0, "Because.", "None"))
                .setHolds(false)
                .setBecause(List.of("An order is on record"))
                .build();

        AlertState.Builder state = state(List.of(gone));
        Alert explained = PublishedAlert.of(state.build());
        Alert decided = PublishedAlert.of(state.setDecision(Decision.APPROPRIATE.name())
                .setDecidedAt(TIME)
                .build());

        assertThat(explained.getStatus()).isEqualTo(AlertStatus.EXPLAINED);
        assertThat(explained.getExplainedBecause()).containsExactly("An order is on record");
        assertThat(explained.getEventIds()).containsExactly("a0");
        assertThat(decided.getStatus()).isEqualTo(AlertStatus.CLOSED);
        assertThat(decided.getExplainedBecause()).isEmpty();
    }

    private static AlertState.Builder state(List<Evidence> evidence) {
        return AlertState.newBuilder()
                .setAlertId("alert")
                .setRevision(1)
                .setRuleId("rule")
                .setRuleVersion(1)
                .setRuleName("The rule")
                .setSeverity(Severity.HIGH.name())
                .setRuleScore(73)
                .setMails(true)
                .setSubject(Subject.USER.name())
                .setUserDepartments(List.of())
                .setStart(TIME)
                .setDescribedAt(TIME)
                .setEvidence(evidence)
                .setOpenedAt(Instant.EPOCH)
                .setChangedAt(TIME);
    }

    private static Evidence evidence(int n, String reason, String mitigation) {
        return Evidence.newBuilder()
                .setObservation(Observation.newBuilder()
                        .setEventId("a" + n)
                        .setTime(TIME.plusSeconds(n))
                        .setUserId("u" + n)
                        .setMitigations(List.of(mitigation))
                        .build())
                .setReason(reason)
                .build();
    }
}
