package org.chartwarden.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.streams.topology.Hospital.NOW;
import static org.chartwarden.streams.topology.Records.ONCOLOGY;
import static org.chartwarden.streams.topology.Records.ORTHOPAEDICS;
import static org.chartwarden.streams.topology.Records.access;
import static org.chartwarden.streams.topology.Records.encounter;
import static org.chartwarden.streams.topology.Records.staff;

import java.time.Instant;
import java.util.List;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareStatus;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Patient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An old file is delivered again, or a slow source tells late: an older version of a record never replaces a newer one. */
class VersionsTest extends TopologyTest {

    private static final Instant EARLIER = before("P2D");
    private static final Instant LATER = before("P1D");

    @BeforeEach
    void someoneWorks() {
        hospital.staff(staff("Practitioner/u1", "u1", ONCOLOGY).build());
    }

    @Test
    void shouldKeepCancelledWhatAnOldFileBringsAgain() {
        hospital.care(active("p1", EARLIER));
        hospital.care(cancelled("p1", LATER));
        hospital.open(access("a1", "u1", "p1", NOW).build());

        hospital.care(active("p1", EARLIER));

        assertThat(hospital.revised()).isEmpty();
        assertThat(isExplained("a2", "p1")).isFalse();
    }

    @Test
    void shouldTakeTheLaterArrivalWhereNobodyTellsOrTheTimesAreEqual() {
        hospital.care(cancelled("p1", LATER));
        hospital.care(active("p1", LATER));
        assertThat(isExplained("a1", "p1")).isTrue();

        hospital.care(cancelled("p1", null));
        assertThat(hospital.revised()).hasSize(1);
        assertThat(isExplained("a2", "p1")).isFalse();

        hospital.care(active("p1", EARLIER));
        assertThat(hospital.revised()).hasSize(2);
        assertThat(isExplained("a3", "p1")).isTrue();
    }

    @Test
    void shouldExplainNothingAnewWhenOnlyTheTimeOfChangeIsNew() {
        hospital.patient(patient(EARLIER).setVip(true).build());
        hospital.care(active("p1", EARLIER));
        assertThat(isExplained("a1", "p1")).isTrue();

        hospital.patient(patient(LATER).setVip(true).build());
        hospital.care(active("p1", LATER));
        hospital.patient(patient(EARLIER).build());
        hospital.care(cancelled("p1", EARLIER));

        assertThat(hospital.revised()).isEmpty();
    }

    @Test
    void shouldKeepTheNewestVersionOfAPatient() {
        hospital.patient(patient(LATER).setVip(true).build());
        hospital.patient(patient(EARLIER).build());

        assertThat(hospital.open(access("a1", "u1", "p1", NOW).build()))
                .extracting(ExplainedAccess::getPatientVip)
                .containsExactly(true);
    }

    @Test
    void shouldNotUndoAMergeByAnOldVersion() {
        hospital.patient(patient(LATER).setReplacedBy("p2").build());
        hospital.patient(patient(EARLIER).build());

        assertThat(hospital.open(access("a1", "u1", "p1", NOW).build()))
                .extracting(ExplainedAccess::getMergedInto)
                .containsExactly("p2");
    }

    @Test
    void shouldKeepTheNewestVersionOfAMemberOfTheWorkforce() {
        hospital.care(active("p1", EARLIER));
        hospital.staff(
                staff("Practitioner/u1", "u1", ORTHOPAEDICS).setUpdatedAt(LATER).build());
        hospital.staff(
                staff("Practitioner/u1", "u1", ONCOLOGY).setUpdatedAt(EARLIER).build());

        assertThat(isExplained("a1", "p1")).isFalse();
    }

    /** One encounter, told of under the old record's number and under the new one. */
    @Test
    void shouldKeepTheNewestVersionAcrossAMergeInWhicheverOrderTheyCome() {
        hospital.merge("p1", "p2");
        List<List<CareEvent>> orders = List.of(
                List.of(active("p2", EARLIER), cancelled("p1", LATER)),
                List.of(cancelled("p1", LATER), active("p2", EARLIER)),
                List.of(active("p1", EARLIER), cancelled("p2", LATER)),
                List.of(cancelled("p2", LATER), active("p1", EARLIER)),
                List.of(active("p1", LATER), cancelled("p2", LATER)),
                List.of(cancelled("p2", LATER), active("p1", LATER)),
                List.of(active("p1", null), cancelled("p2", null)),
                List.of(cancelled("p2", null), active("p1", null)));

        for (int order = 0; order < orders.size(); order++) {
            String careId = "Encounter/" + order;
            for (CareEvent care : orders.get(order)) {
                hospital.care(CareEvent.newBuilder(care).setCareId(careId).build());
            }
            assertThat(isExplained("a" + order, "p2")).as("order %s", order).isFalse();
        }
        assertThat(hospital.revised()).isEmpty();
    }

    private boolean isExplained(String eventId, String patientId) {
        List<ExplainedAccess> out =
                hospital.open(access(eventId, "u1", patientId, NOW).build());
        return out.get(out.size() - 1).getExplained();
    }

    private static Patient.Builder patient(Instant updatedAt) {
        return Patient.newBuilder().setPatientId("p1").setUpdatedAt(updatedAt);
    }

    private static CareEvent active(String patientId, Instant updatedAt) {
        return encounter("Encounter/e1", patientId, ONCOLOGY)
                .setUpdatedAt(updatedAt)
                .build();
    }

    private static CareEvent cancelled(String patientId, Instant updatedAt) {
        return CareEvent.newBuilder(active(patientId, updatedAt))
                .setStatus(CareStatus.CANCELLED)
                .build();
    }
}
