package org.chartwarden.standalone.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.standalone.check.Alerts.alert;
import static org.chartwarden.standalone.check.Alerts.patientAlert;

import java.time.Instant;
import java.util.List;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.producers.simulator.PlantedIncident;
import org.chartwarden.producers.simulator.PlantedInnocent;
import org.chartwarden.serde.TrustedClasses;
import org.chartwarden.standalone.check.Scorecard.Accusation;
import org.chartwarden.standalone.check.Scorecard.Line;
import org.junit.jupiter.api.Test;

class ScorecardTest {

    static {
        TrustedClasses.ensure();
    }

    private static final Instant TIME = Instant.parse("2026-03-10T10:00:00Z");

    @Test
    void shouldTellFoundMissedAndUnplantedApart() {
        PlantedIncident found = incident("vip", "u1", "p1");
        PlantedIncident otherPatient = incident("vip", "u2", "p2");
        PlantedIncident severalPatients = incident("many", "u3", "p3", "p4");
        Alert first = alert("vip", "u1", "p1");
        Alert otherUser = alert("vip", "u8", "p2");
        Alert many = alert("many", "u3", null);

        Scorecard scorecard =
                Scorecard.of(List.of(found, otherPatient, severalPatients), List.of(), List.of(first, otherUser, many));

        assertThat(scorecard.found()).containsExactly(found, severalPatients);
        assertThat(scorecard.missed()).containsExactly(otherPatient);
        assertThat(scorecard.unplanted()).containsExactly(otherUser);
        assertThat(scorecard.beside()).isEmpty();
        assertThat(scorecard.recall()).isEqualTo(2.0 / 3);
        assertThat(scorecard.precision()).isEqualTo(2.0 / 3);
        assertThat(scorecard.isPerfect()).isFalse();
        assertThat(scorecard.byRule())
                .containsExactly(new Line("many", 1, 1, 0, 0, 0, 0, 0), new Line("vip", 2, 1, 0, 1, 0, 0, 0));
    }

    @Test
    void shouldNotCallAnotherSideOfTheSameStoryUnplanted() {
        Alert otherRule = alert("off-shift", "u1", "p1");
        Alert otherPatient = alert("vip", "u1", "p9");

        Scorecard scorecard = Scorecard.of(
                List.of(incident("vip", "u1", "p1")),
                List.of(),
                List.of(alert("vip", "u1", "p1"), otherRule, otherPatient));

        assertThat(scorecard.beside()).containsExactly(otherRule, otherPatient);
        assertThat(scorecard.unplanted()).isEmpty();
        assertThat(scorecard.precision()).isEqualTo(1);
    }

    @Test
    void shouldFindAPatientsStoryByThePatient() {
        PlantedIncident crowd = incident("crowd", null, "p1");
        PlantedIncident missed = incident("crowd", null, "p2");
        Alert oneOfTheCrowd = alert("vip", "u7", "p1");

        Scorecard scorecard =
                Scorecard.of(List.of(crowd, missed), List.of(), List.of(patientAlert("crowd", "p1"), oneOfTheCrowd));

        assertThat(scorecard.found()).containsExactly(crowd);
        assertThat(scorecard.missed()).containsExactly(missed);
        assertThat(scorecard.beside()).containsExactly(oneOfTheCrowd);
        assertThat(scorecard.unplanted()).isEmpty();
    }

    @Test
    void shouldSayWhichInnocentIsAccusedByWhateverRule() {
        PlantedInnocent accused = new PlantedInnocent("vip", "u1", List.of("p1"), "was named on the encounter");
        PlantedInnocent otherRule = new PlantedInnocent("coworker", "u2", List.of("p2"), "same team");
        PlantedInnocent silent = new PlantedInnocent("vip", "u4", List.of("p1"), "had an order");
        PlantedInnocent cleared = new PlantedInnocent("vip", "u3", List.of("p3"), "the order came late");
        Alert explained = Alert.newBuilder(alert("vip", "u3", "p3"))
                .setStatus(AlertStatus.EXPLAINED)
                .build();

        Alert vip = alert("vip", "u1", "p1");
        Alert severalPatients = alert("accumulated-risk", "u2", null);
        Alert onePatient = alert("vip", "u2", "p9");

        Scorecard scorecard = Scorecard.of(
                List.of(),
                List.of(accused, otherRule, cleared, silent),
                List.of(vip, severalPatients, onePatient, explained));

        assertThat(scorecard.accused())
                .containsExactly(
                        new Accusation(accused, List.of(vip)),
                        new Accusation(otherRule, List.of(severalPatients, onePatient)));
        assertThat(scorecard.selfClosed()).containsExactly(explained);
        assertThat(scorecard.isPerfect()).isFalse();
        assertThat(scorecard.byRule())
                .containsExactly(
                        new Line("accumulated-risk", 0, 0, 0, 1, 0, 0, 0),
                        new Line("coworker", 0, 0, 0, 0, 1, 1, 0),
                        new Line("vip", 0, 0, 0, 2, 3, 1, 1));
    }

    @Test
    void shouldSayWhichPatientsStoryIsWronglyTold() {
        PlantedInnocent accused = new PlantedInnocent("crowd", null, List.of("p1"), "a ward round");
        PlantedInnocent silent = new PlantedInnocent("crowd", null, List.of("p2"), "a ward round");
        Alert otherRule = patientAlert("crowd-of-strangers", "p1");
        Alert ofOneUser = alert("vip", "u1", "p2");

        Scorecard scorecard = Scorecard.of(List.of(), List.of(accused, silent), List.of(otherRule, ofOneUser));

        assertThat(scorecard.accused()).containsExactly(new Accusation(accused, List.of(otherRule)));
        assertThat(scorecard.unplanted()).containsExactly(otherRule, ofOneUser);
    }

    @Test
    void shouldNotCountAnIncidentWhoseAlertWasExplainedAsFound() {
        PlantedIncident incident = incident("vip", "u1", "p1");
        Alert explained = Alert.newBuilder(alert("vip", "u1", "p1"))
                .setStatus(AlertStatus.EXPLAINED)
                .build();

        Scorecard scorecard = Scorecard.of(List.of(incident), List.of(), List.of(explained));

        assertThat(scorecard.missed()).containsExactly(incident);
        assertThat(scorecard.selfClosed()).containsExactly(explained);
    }

    @Test
    void shouldBePerfectWhenThereIsNothing() {
        Scorecard scorecard = Scorecard.of(List.of(), List.of(), List.of());

        assertThat(scorecard.recall()).isEqualTo(1);
        assertThat(scorecard.precision()).isEqualTo(1);
        assertThat(scorecard.isPerfect()).isTrue();
        assertThat(scorecard.byRule()).isEmpty();
    }

    private static PlantedIncident incident(String rule, String user, String... patients) {
        return new PlantedIncident(rule, user, List.of(patients), TIME, 1, "what happened");
    }
}
