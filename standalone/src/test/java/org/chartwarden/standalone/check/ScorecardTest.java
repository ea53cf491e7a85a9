package org.chartwarden.standalone.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.Severity;
import org.chartwarden.producers.simulator.PlantedIncident;
import org.chartwarden.standalone.check.Scorecard.Line;
import org.junit.jupiter.api.Test;

class ScorecardTest {

    private static final Instant TIME = Instant.parse("2026-03-10T10:00:00Z");

    @Test
    void shouldTellFoundMissedAndUnplantedApart() {
        PlantedIncident found = new PlantedIncident("vip", "u1", List.of("p1"), TIME, 1, "found");
        PlantedIncident otherPatient = new PlantedIncident("vip", "u2", List.of("p2"), TIME, 1, "missed");
        PlantedIncident severalPatients = new PlantedIncident("many", "u3", List.of("p3", "p4"), TIME, 2, "found too");
        Alert first = alert("vip", "u1", "p1");
        Alert wrongPatient = alert("vip", "u2", "p9");
        Alert many = alert("many", "u3", null);

        Scorecard scorecard =
                Scorecard.of(List.of(found, otherPatient, severalPatients), List.of(first, wrongPatient, many));

        assertThat(scorecard)
                .isEqualTo(
                        new Scorecard(List.of(found, severalPatients), List.of(otherPatient), List.of(wrongPatient)));
        assertThat(scorecard.recall()).isEqualTo(2.0 / 3);
        assertThat(scorecard.precision()).isEqualTo(2.0 / 3);
        assertThat(scorecard.byRule()).containsExactly(new Line("many", 1, 1, 0), new Line("vip", 2, 1, 1));
    }

    @Test
    void shouldBePerfectWhenThereIsNothing() {
        Scorecard scorecard = Scorecard.of(List.of(), List.of());

        assertThat(scorecard.recall()).isEqualTo(1);
        assertThat(scorecard.precision()).isEqualTo(1);
        assertThat(scorecard.byRule()).isEmpty();
    }

    private static Alert alert(String rule, String user, String patient) {
        return Alert.newBuilder()
                .setAlertId(rule + user)
                .setRevision(1)
                .setStatus(AlertStatus.OPEN)
                .setSeverity(Severity.HIGH)
                .setRiskScore(73)
                .setRuleId(rule)
                .setRuleVersion(1)
                .setRuleName(rule)
                .setUserId(user)
                .setUserDepartments(List.of())
                .setPatientId(patient)
                .setFirstEventTime(TIME)
                .setLastEventTime(TIME)
                .setEventCount(1)
                .setEventIds(List.of("e"))
                .setReasons(List.of())
                .setMitigations(List.of())
                .build();
    }
}
