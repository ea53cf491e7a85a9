package org.chartwarden.streams.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.streams.explain.Scene.NOW;
import static org.chartwarden.streams.explain.Scene.ONCOLOGY;
import static org.chartwarden.streams.explain.Scene.SURGERY;
import static org.chartwarden.streams.explain.Scene.care;
import static org.chartwarden.streams.explain.Scene.endedBefore;

import java.time.Instant;
import java.util.List;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.chartwarden.model.Explanation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DepartmentEncounterTest {

    private final Scene scene = new Scene();

    @Test
    void shouldExplainByAnEncounterWhereTheUserWorks() {
        scene.with(care(CareKind.ENCOUNTER, SURGERY, ONCOLOGY));

        assertThat(scene.explanation(Family.DEPARTMENT_ENCOUNTER))
                .contains(new Explanation(
                        "department-encounter",
                        0.8,
                        "The patient has an encounter in Oncology, where the user works",
                        List.of("ENCOUNTER")));
    }

    /** Three days before, fourteen days after. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-07T09:59:59Z, false",
        "2026-03-07T10:00:00Z, true",
        "2026-03-26T10:00:00Z, true",
        "2026-03-26T10:00:01Z, false",
    })
    void shouldExplainAroundTheEncounter(Instant time, boolean expected) {
        scene.access.setTime(time);
        scene.with(care(CareKind.ENCOUNTER, ONCOLOGY)
                .setStatus(CareStatus.FINISHED)
                .setStart(Instant.parse("2026-03-10T10:00:00Z"))
                .setEnd(Instant.parse("2026-03-12T10:00:00Z")));

        assertThat(scene.explanation(Family.DEPARTMENT_ENCOUNTER).isPresent()).isEqualTo(expected);
    }

    @Test
    void shouldNotExplainByADepartmentThatTheUserHasLeft() {
        scene.user.setEmployedUntil(NOW.minusSeconds(1));
        scene.with(care(CareKind.ENCOUNTER, ONCOLOGY));

        assertThat(scene.missing(Family.DEPARTMENT_ENCOUNTER))
                .isEqualTo("The workforce directory names no active department of the user");
    }

    @Test
    void shouldSayWhereTheUserWorksAndThePatientWasSeen() {
        scene.with(care(CareKind.ENCOUNTER, SURGERY), care(CareKind.ORDER, ONCOLOGY));

        assertThat(scene.missing(Family.DEPARTMENT_ENCOUNTER))
                .isEqualTo("The user works in Oncology; the patient was only ever seen in Surgery");
    }

    @Test
    void shouldSayThatItWasLongAgo() {
        scene.with(endedBefore("P20D", care(CareKind.ENCOUNTER, ONCOLOGY)));

        assertThat(scene.missing(Family.DEPARTMENT_ENCOUNTER))
                .isEqualTo(
                        "The patient was seen in Oncology, where the user works, but the access was not within 3 days"
                                + " before or 14 days after it");
    }

    @Test
    void shouldSayThatThereIsNoEncounter() {
        scene.with(care(CareKind.ORDER, ONCOLOGY));

        assertThat(scene.missing(Family.DEPARTMENT_ENCOUNTER)).isEqualTo("The patient has no encounter on record");
    }
}
