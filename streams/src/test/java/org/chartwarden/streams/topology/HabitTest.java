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
import org.chartwarden.model.CareKind;
import org.chartwarden.model.Habit;
import org.chartwarden.model.HabitKind;
import org.junit.jupiter.api.Test;

/** What the hospital does is learned from what it did. */
class HabitTest extends TopologyTest {

    @Test
    void shouldLearnWhoOpensWhoseRecords() {
        nurse("u1");
        nurse("u2");
        treatedInOrthopaedics("p1");
        treatedInOrthopaedics("p2");

        hospital.open(
                access("a1", "u1", "p1", NOW).build(),
                access("a2", "u1", "p1", after("PT1M")).build(),
                access("a3", "u2", "p1", NOW).build(),
                access("a4", "u1", "p2", NOW).build(),
                access("a5", "u1", "p3", NOW).build());

        assertThat(newest(hospital.habits()))
                .isEqualTo(new Habit(HabitKind.OPENS, "onc/nurse", "ort", 2L, 2L, 2L, 1.0));
    }

    @Test
    void shouldMeasureAgainstAllThatWereOpened() {
        nurse("u1");
        hospital.staff(staff("PractitionerRole/r9", "u9", ORTHOPAEDICS)
                .setRoles(List.of("doctor"))
                .build());
        for (int patient = 1; patient <= 4; patient++) {
            treatedInOrthopaedics("p" + patient);
            hospital.open(access("a" + patient, "u9", "p" + patient, NOW).build());
        }

        hospital.open(access("a9", "u1", "p1", NOW).build());

        assertThat(newest(hospital.habits()))
                .isEqualTo(new Habit(HabitKind.OPENS, "onc/nurse", "ort", 1L, 4L, 1L, 0.25));
    }

    @Test
    void shouldLearnWhoHandsOverToWhom() {
        nurse("u1");

        hospital.care(care(CareKind.REFERRAL, "ServiceRequest/s1", "p1")
                .setRequesterIds(List.of("u1"))
                .setDepartments(List.of(ORTHOPAEDICS))
                .build());

        assertThat(hospital.habits()).containsExactly(new Habit(HabitKind.HANDS_OVER, "onc", "ort", 1L, 1L, 1L, 1.0));
    }

    @Test
    void shouldLearnFromTransfers() {
        hospital.care(encounter("Encounter/e1", "p1", ONCOLOGY)
                .setDepartments(List.of(ONCOLOGY, ORTHOPAEDICS))
                .build());

        assertThat(hospital.habits()).containsExactly(new Habit(HabitKind.HANDS_OVER, "onc", "ort", 1L, 1L, 1L, 1.0));
    }

    private void nurse(String userId) {
        hospital.staff(staff("PractitionerRole/" + userId, userId, ONCOLOGY)
                .setRoles(List.of("nurse"))
                .build());
    }

    private void treatedInOrthopaedics(String patientId) {
        hospital.care(
                encounter("Encounter/" + patientId, patientId, ORTHOPAEDICS).build());
    }

    private static Habit newest(List<Habit> habits) {
        return habits.get(habits.size() - 1);
    }
}
