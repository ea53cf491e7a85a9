package org.chartwarden.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.streams.topology.Hospital.NOW;
import static org.chartwarden.streams.topology.Records.ONCOLOGY;
import static org.chartwarden.streams.topology.Records.ORTHOPAEDICS;
import static org.chartwarden.streams.topology.Records.access;
import static org.chartwarden.streams.topology.Records.care;
import static org.chartwarden.streams.topology.Records.encounter;
import static org.chartwarden.streams.topology.Records.staff;

import java.util.List;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Explanation;
import org.chartwarden.model.Habit;
import org.chartwarden.model.HabitKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each family of reasons finds in the topology what it looks for, and only there. */
class FamiliesTest extends TopologyTest {

    @BeforeEach
    void someWork() {
        hospital.staff(staff("PractitionerRole/r1", "u1", ONCOLOGY)
                .setRoles(List.of("nurse"))
                .build());
        hospital.staff(staff("PractitionerRole/r2", "u2", ONCOLOGY)
                .setRoles(List.of("nurse"))
                .build());
        hospital.staff(staff("PractitionerRole/r3", "u3", ORTHOPAEDICS)
                .setRoles(List.of("radiologist"))
                .build());
    }

    @Test
    void shouldExplainWhatTheUserAskedFor() {
        hospital.care(care(CareKind.ORDER, "ServiceRequest/s1", "p1")
                .setRequesterIds(List.of("u1"))
                .build());

        assertThat(reasons(of("u1"))).containsExactly("requested-by-user");
    }

    @Test
    void shouldExplainByTheCareTeamOfTheUsersDepartment() {
        hospital.care(care(CareKind.CARE_TEAM, "CareTeam/c1", "p1")
                .setDepartments(List.of(ONCOLOGY))
                .build());

        assertThat(reasons(of("u1"))).containsExactly("care-team-department");
        assertThat(reasons(of("u3"))).isEmpty();
    }

    @Test
    void shouldExplainByAReferralToTheUsersDepartment() {
        hospital.care(care(CareKind.REFERRAL, "ServiceRequest/s1", "p1")
                .setDepartments(List.of(ONCOLOGY))
                .build());

        assertThat(reasons(of("u1"))).containsExactly("handover");
        assertThat(reasons(of("u3"))).isEmpty();
    }

    @Test
    void shouldExplainByAColleagueWhoTreatsThePatient() {
        hospital.care(encounter("Encounter/e1", "p1", ORTHOPAEDICS)
                .setPractitionerIds(List.of("u2"))
                .build());

        assertThat(reasons(of("u1"))).containsExactly("colleague");
        assertThat(reasons(of("stranger"))).isEmpty();
    }

    @Test
    void shouldExplainByTheWorkOfTheUsersRole() {
        hospital.care(care(CareKind.IMAGING, "ServiceRequest/s1", "p1").build());

        assertThat(reasons(of("u3"))).containsExactly("role-work");
        assertThat(reasons(of("u1"))).isEmpty();
    }

    @Test
    void shouldExplainAnEmergencyThatCareFollows() {
        AccessEvent.Builder declared = access("a1", "u1", "p1", NOW).setEmergency(true);
        assertThat(reasons(hospital.open(declared.build()).get(0))).isEmpty();

        hospital.care(encounter("Encounter/e1", "p1", ORTHOPAEDICS)
                .setStart(after("PT20H"))
                .build());

        assertThat(hospital.revised().stream().map(FamiliesTest::reasons)).containsExactly(List.of("emergency-care"));
    }

    @Test
    void shouldExplainByAHabitOfTheUsersGroup() {
        hospital.habit(habit(HabitKind.OPENS, "onc/nurse", "ort"));
        treatedInOrthopaedics();

        assertThat(reasons(of("u1"))).containsExactly("learned-habit");
        assertThat(reasons(of("stranger"))).isEmpty();
    }

    @Test
    void shouldExplainByAHabitualHandover() {
        hospital.habit(habit(HabitKind.HANDS_OVER, "ort", "onc"));
        treatedInOrthopaedics();

        assertThat(reasons(of("u1"))).containsExactly("learned-handover");
        assertThat(reasons(of("stranger"))).isEmpty();
    }

    private void treatedInOrthopaedics() {
        CareEvent encounter = encounter("Encounter/e1", "p1", ORTHOPAEDICS).build();
        hospital.care(encounter);
    }

    private ExplainedAccess of(String userId) {
        return hospital.open(access("a-" + userId, userId, "p1", NOW).build()).get(0);
    }

    private static List<String> reasons(ExplainedAccess explained) {
        return explained.getExplanations().stream().map(Explanation::getReason).toList();
    }

    private static Habit habit(HabitKind kind, String group, String department) {
        return Habit.newBuilder()
                .setKind(kind)
                .setGroup(group)
                .setDepartment(department)
                .setSupport(90)
                .setOf(100)
                .setUsers(10)
                .setConfidence(0.9)
                .build();
    }
}
