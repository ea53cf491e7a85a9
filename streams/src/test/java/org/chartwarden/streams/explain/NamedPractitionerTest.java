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

class NamedPractitionerTest {

    private final Scene scene = new Scene();

    @ParameterizedTest
    @CsvSource({
        "ENCOUNTER, An encounter",
        "APPOINTMENT, An appointment",
        "CARE_TEAM, A care team",
        "ORDER, An order",
        "LABORATORY, A laboratory order",
        "IMAGING, An imaging order",
        "REFERRAL, A referral",
        "MEDICATION, A medication order",
        "RESEARCH, A research study",
    })
    void shouldExplainByCareThatNamesTheUser(CareKind kind, String words) {
        scene.with(care(kind, SURGERY).setPractitionerIds(List.of("u2", "u1")));

        assertThat(scene.explanation(Family.NAMED_PRACTITIONER))
                .contains(new Explanation(
                        "named-practitioner",
                        1.0,
                        words + " of the patient in Surgery names the user",
                        List.of(kind.name())));
    }

    @Test
    void shouldListItsEvidenceInTheSameOrderHoweverItArrived() {
        scene.with(
                care(CareKind.ORDER).setPractitionerIds(List.of("u1")),
                care(CareKind.ENCOUNTER).setPractitionerIds(List.of("u1")));

        assertThat(scene.explanation(Family.NAMED_PRACTITIONER))
                .contains(new Explanation(
                        "named-practitioner",
                        1.0,
                        "Care of the patient names the user",
                        List.of("ENCOUNTER", "ORDER")));
    }

    @Test
    void shouldNotExplainByCareThatNamesOthers() {
        scene.with(care(CareKind.ENCOUNTER).setPractitionerIds(List.of("u2")));

        assertThat(scene.missing(Family.NAMED_PRACTITIONER)).isEqualTo("No care of the patient names the user");
    }

    @Test
    void shouldNotExplainByCareOfAnotherTime() {
        scene.with(endedBefore("P15D", care(CareKind.ENCOUNTER)).setPractitionerIds(List.of("u1")));

        assertThat(scene.missing(Family.NAMED_PRACTITIONER))
                .isEqualTo("An encounter of the patient names the user, but the access was not within 3 days before or"
                        + " 14 days after it");
    }

    @Test
    void shouldLeaveItToTheDepartmentToSayThatThereIsNoCare() {
        assertThat(scene.missing(Family.NAMED_PRACTITIONER)).isEmpty();
    }
}
