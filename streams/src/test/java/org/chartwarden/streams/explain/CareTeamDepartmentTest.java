package org.chartwarden.streams.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.streams.explain.Scene.NOW;
import static org.chartwarden.streams.explain.Scene.ONCOLOGY;
import static org.chartwarden.streams.explain.Scene.SURGERY;
import static org.chartwarden.streams.explain.Scene.care;
import static org.chartwarden.streams.explain.Scene.endedBefore;

import java.time.Duration;
import java.util.List;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.chartwarden.model.Explanation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CareTeamDepartmentTest {

    private final Scene scene = new Scene();

    @ParameterizedTest
    @CsvSource({"CARE_TEAM, A care team", "APPOINTMENT, An appointment"})
    void shouldExplainByWhatTheUsersDepartmentArranged(CareKind kind, String words) {
        scene.with(care(kind, ONCOLOGY));

        assertThat(scene.explanation(Family.CARE_TEAM_DEPARTMENT))
                .contains(new Explanation(
                        "care-team-department",
                        0.7,
                        words + " of the patient belongs to Oncology, where the user works",
                        List.of(kind.name())));
    }

    @ParameterizedTest
    @CsvSource({"P3D, true", "P3DT1S, false"})
    void shouldExplainThePreparationOfAnAppointment(String ahead, boolean expected) {
        scene.with(care(CareKind.APPOINTMENT, ONCOLOGY)
                .setStatus(CareStatus.PLANNED)
                .setStart(NOW.plus(Duration.parse(ahead))));

        assertThat(scene.explanation(Family.CARE_TEAM_DEPARTMENT).isPresent()).isEqualTo(expected);
    }

    @Test
    void shouldSayThatItWasAnotherTime() {
        scene.with(endedBefore("P15D", care(CareKind.APPOINTMENT, ONCOLOGY)));

        assertThat(scene.missing(Family.CARE_TEAM_DEPARTMENT))
                .isEqualTo("An appointment of the patient belongs to Oncology, where the user works, but the access was"
                        + " not within 3 days before or 14 days after it");
    }

    @Test
    void shouldNotExplainByOtherDepartmentsOrOtherCare() {
        scene.with(care(CareKind.CARE_TEAM, SURGERY), care(CareKind.ENCOUNTER, ONCOLOGY));

        assertThat(scene.missing(Family.CARE_TEAM_DEPARTMENT)).isEmpty();
    }
}
