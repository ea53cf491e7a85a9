package org.chartwarden.streams.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.streams.explain.Scene.ONCOLOGY;
import static org.chartwarden.streams.explain.Scene.SURGERY;
import static org.chartwarden.streams.explain.Scene.care;
import static org.chartwarden.streams.explain.Scene.endedBefore;
import static org.chartwarden.streams.explain.Scene.member;

import java.util.List;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.Department;
import org.chartwarden.model.Explanation;
import org.chartwarden.streams.context.Person;
import org.junit.jupiter.api.Test;

class ColleagueTest {

    private final Scene scene = new Scene();

    private void works(String userId, Department department, String role) {
        scene.staff.put(
                userId, Person.merged(List.of(member(userId, department, role).build())));
    }

    @Test
    void shouldExplainByAColleagueWhoTreatsThePatient() {
        works("u2", ONCOLOGY, "nurse");
        scene.with(care(CareKind.ENCOUNTER, SURGERY).setPractitionerIds(List.of("u2")));

        assertThat(scene.explanation(Family.COLLEAGUE))
                .contains(new Explanation(
                        "colleague",
                        0.6,
                        "A colleague with the user's department and role is named on an encounter of the patient",
                        List.of("ENCOUNTER")));
    }

    @Test
    void shouldExplainByAColleagueWhoAskedForCareAndNameThatAlone() {
        works("u2", ONCOLOGY, "nurse");
        works("u3", SURGERY, "nurse");
        scene.with(
                care(CareKind.ORDER, SURGERY).setRequesterIds(List.of("u2")),
                care(CareKind.ENCOUNTER, SURGERY).setPractitionerIds(List.of("u3")));

        assertThat(scene.explanation(Family.COLLEAGUE))
                .map(Explanation::getEvidenceIds)
                .contains(List.of("ORDER"));
    }

    @Test
    void shouldNotTakeAnotherRoleOrAnotherDepartmentForAColleague() {
        works("u2", ONCOLOGY, "doctor");
        works("u3", SURGERY, "nurse");
        scene.with(care(CareKind.ENCOUNTER, SURGERY).setPractitionerIds(List.of("u2", "u3", "stranger")));

        assertThat(scene.missing(Family.COLLEAGUE))
                .isEqualTo("Nobody with the user's department and role is named on care of the patient");
    }

    @Test
    void shouldNotTakeTheUserForAColleague() {
        works("u1", ONCOLOGY, "nurse");
        scene.with(care(CareKind.ENCOUNTER, SURGERY).setPractitionerIds(List.of("u1")));

        assertThat(scene.explanation(Family.COLLEAGUE)).isEmpty();
    }

    @Test
    void shouldNotExplainByCareOfAnotherTime() {
        works("u2", ONCOLOGY, "nurse");
        scene.with(endedBefore("P15D", care(CareKind.ENCOUNTER, SURGERY)).setPractitionerIds(List.of("u2")));

        assertThat(scene.missing(Family.COLLEAGUE)).isEmpty();
    }
}
