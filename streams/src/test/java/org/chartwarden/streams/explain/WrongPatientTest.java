package org.chartwarden.streams.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.streams.explain.Scene.NOW;
import static org.chartwarden.streams.explain.Scene.care;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.Action;
import org.chartwarden.model.Address;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.Explanation;
import org.chartwarden.model.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongPatientTest {

    private final Scene scene = new Scene();

    WrongPatientTest() {
        scene.access.setEndTime(NOW.plusSeconds(10));
    }

    @Test
    void shouldExplainAGlimpse() {
        assertThat(scene.explanation(Family.WRONG_PATIENT))
                .contains(new Explanation(
                        "wrong-patient",
                        0.5,
                        "The chart was closed again within 10 seconds, and not opened otherwise",
                        List.of()));
    }

    @Test
    void shouldExplainAGlimpseFromAResultList() {
        scene.others.add(Scene.access("a0", NOW)
                .setCategory(AccessCategory.SEARCH)
                .setAction(Action.E)
                .build());

        assertThat(scene.explanation(Family.WRONG_PATIENT)).isPresent();
    }

    @Test
    void shouldNotExplainALongLook() {
        scene.access.setEndTime(NOW.plusSeconds(10).plusMillis(1));

        assertNothing();
    }

    @Test
    void shouldNotExplainALookOfUnknownLength() {
        scene.access.setEndTime(null);

        assertNothing();
    }

    @ParameterizedTest
    @CsvSource({"U, RECORD, SUCCESS", "R, EXPORT, SUCCESS", "R, RECORD, MINOR_FAILURE"})
    void shouldExplainNothingButAReading(Action action, AccessCategory category, Outcome outcome) {
        scene.access.setAction(action).setCategory(category).setOutcome(outcome);

        assertNothing();
    }

    @Test
    void shouldNotExplainWhatWasOpenedAgain() {
        scene.others.add(Scene.access("a2", NOW.plus(Duration.ofMinutes(50))).build());

        assertNothing();
    }

    @Test
    void shouldNotBelieveItOfAWatchedPatient() {
        scene.patient.setVip(true);

        assertNothing();
    }

    @Test
    void shouldNotBelieveItOfAPatientOnAWatchList() {
        scene.watchCodes = Set.of("CEL");

        assertNothing();
    }

    @Test
    void shouldNotBelieveItOfAMemberOfTheStaff() {
        scene.patientUserId = Optional.of("u9");

        assertNothing();
    }

    @Test
    void shouldNotBelieveItOfTheSameHousehold() {
        Address home =
                Address.newBuilder().setLine("12 Elm Street").setCity("Arlen").build();
        scene.user.setAddress(home);
        scene.patient.setAddress(home);

        assertNothing();
    }

    @Test
    void shouldNotBelieveItOfARelative() {
        scene.user.setPatientId("p7");
        scene.with(care(CareKind.RELATED_PERSON).setRelatedPatientIds(List.of("p7")));

        assertNothing();
    }

    private void assertNothing() {
        assertThat(scene.missing(Family.WRONG_PATIENT)).isEmpty();
    }
}
