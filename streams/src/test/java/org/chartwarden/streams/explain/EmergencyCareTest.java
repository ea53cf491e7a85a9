package org.chartwarden.streams.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.streams.explain.Scene.NOW;
import static org.chartwarden.streams.explain.Scene.SURGERY;
import static org.chartwarden.streams.explain.Scene.care;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.chartwarden.model.Explanation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EmergencyCareTest {

    private final Scene scene = new Scene();

    EmergencyCareTest() {
        scene.access.setEmergency(true);
    }

    @ParameterizedTest
    @CsvSource({"P1D, true", "P1DT1S, false", "-PT1H, true", "-PT1H1S, false"})
    void shouldExplainByCareThatBeginsAroundTheAccess(String ahead, boolean expected) {
        scene.with(care(CareKind.ORDER, SURGERY).setStart(NOW.plus(Duration.parse(ahead))));

        assertThat(scene.explanation(Family.EMERGENCY_CARE))
                .isEqualTo(
                        expected
                                ? Optional.of(new Explanation(
                                        "emergency-care",
                                        0.7,
                                        "The user declared an emergency, and the patient has an order of that time",
                                        List.of("ORDER")))
                                : Optional.empty());
    }

    @Test
    void shouldExplainByAnAdmissionThatFollows() {
        scene.with(care(CareKind.ENCOUNTER, SURGERY).setStart(NOW.plus(Duration.ofHours(2))));

        assertThat(scene.explanation(Family.EMERGENCY_CARE))
                .map(Explanation::getEvidenceIds)
                .contains(List.of("ENCOUNTER"));
    }

    /** Else one declaration would open the record of anybody who lies in the house. */
    @Test
    void shouldNotExplainByAnEncounterThatBeganLongBefore() {
        scene.with(care(CareKind.ENCOUNTER, SURGERY).setStart(NOW.minus(Duration.ofDays(5))));

        assertThat(scene.missing(Family.EMERGENCY_CARE))
                .isEqualTo("The user declared an emergency, but no care began within 1 day after or 1 hour before the"
                        + " access");
    }

    @ParameterizedTest
    @EnumSource(
            value = CareKind.class,
            names = {"APPOINTMENT", "CARE_TEAM", "RESEARCH", "RELATED_PERSON", "OTHER"})
    void shouldNotExplainByWhatIsArrangedBeforehand(CareKind kind) {
        scene.with(care(kind, SURGERY));

        assertThat(scene.explanation(Family.EMERGENCY_CARE)).isEmpty();
    }

    @Test
    void shouldNotExplainByWhatIsOnlyPlanned() {
        scene.with(care(CareKind.ENCOUNTER, SURGERY).setStatus(CareStatus.PLANNED));

        assertThat(scene.explanation(Family.EMERGENCY_CARE)).isEmpty();
    }

    @Test
    void shouldNotExplainWithoutADeclaredEmergency() {
        scene.access.setEmergency(false);
        scene.with(care(CareKind.ENCOUNTER, SURGERY));

        assertThat(scene.missing(Family.EMERGENCY_CARE)).isEmpty();
    }
}
