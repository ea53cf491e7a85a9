package org.chartwarden.streams.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.streams.explain.Scene.SURGERY;
import static org.chartwarden.streams.explain.Scene.care;
import static org.chartwarden.streams.explain.Scene.endedBefore;

import java.util.List;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.Explanation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleWorkTest {

    private final Scene scene = new Scene();

    @ParameterizedTest
    @CsvSource({
        "Lab technician, LABORATORY, laboratory, a laboratory order",
        "Radiographer, IMAGING, imaging, an imaging order",
        "Clinical PHARMACIST, MEDICATION, pharmacy, a medication order",
        "registration-clerk, APPOINTMENT, registration, an appointment",
        "Coder, ENCOUNTER, coding, an encounter",
        "billing, ENCOUNTER, billing, an encounter",
        "Quality officer, ENCOUNTER, quality, an encounter",
        "Research nurse, RESEARCH, research, a research study",
    })
    void shouldExplainByWorkOfTheRole(String role, CareKind kind, String work, String words) {
        scene.user.setRoles(List.of(role));
        scene.with(care(kind, SURGERY));

        assertThat(scene.explanation(Family.ROLE_WORK))
                .contains(new Explanation(
                        "role-work",
                        0.7,
                        "The user's work, " + work + ", is on " + words + " that the patient has",
                        List.of(kind.name())));
    }

    @ParameterizedTest
    @CsvSource({"Pharmacist, LABORATORY, pharmacy", "Research nurse, ENCOUNTER, research"})
    void shouldNotExplainByWhatTheRoleDoesNotWorkOn(String role, CareKind kind, String work) {
        scene.user.setRoles(List.of(role));
        scene.with(care(kind, SURGERY));

        assertThat(scene.missing(Family.ROLE_WORK))
                .isEqualTo("The user's work, " + work + ", has nothing of the patient on record to work on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nurse", "labour ward nurse", "collaborator"})
    void shouldNotTakeAPartOfAWordForTheRole(String role) {
        scene.user.setRoles(List.of(role));
        scene.with(care(CareKind.LABORATORY, SURGERY), care(CareKind.ENCOUNTER, SURGERY));

        assertThat(scene.missing(Family.ROLE_WORK)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"P60D, true", "P60DT1S, false"})
    void shouldExplainAsLongAsTheWorkMayTake(String ago, boolean expected) {
        scene.user.setRoles(List.of("coder"));
        scene.with(endedBefore(ago, care(CareKind.ENCOUNTER, SURGERY)));

        assertThat(scene.explanation(Family.ROLE_WORK).isPresent()).isEqualTo(expected);
    }

    @Test
    void shouldEndWithTheStudy() {
        scene.user.setRoles(List.of("research"));
        scene.with(endedBefore("PT1S", care(CareKind.RESEARCH)));

        assertThat(scene.explanation(Family.ROLE_WORK)).isEmpty();
    }
}
