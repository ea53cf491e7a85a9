package org.chartwarden.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.streams.topology.Hospital.NOW;
import static org.chartwarden.streams.topology.Records.ONCOLOGY;
import static org.chartwarden.streams.topology.Records.ORTHOPAEDICS;
import static org.chartwarden.streams.topology.Records.access;
import static org.chartwarden.streams.topology.Records.encounter;
import static org.chartwarden.streams.topology.Records.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareStatus;
import org.chartwarden.model.Department;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Patient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** HL7 v2 tells only where a patient is now; what earlier messages told still holds. */
class PartialVersionsTest extends TopologyTest {

    private static final Department SURGERY = new Department("sur", null);
    private static final Instant MONDAY = before("P3D");
    private static final Instant TUESDAY = before("P2D");
    private static final Instant WEDNESDAY = before("P1D");

    @BeforeEach
    void someoneWorks() {
        hospital.staff(staff("Practitioner/u1", "u1", ONCOLOGY).build());
    }

    @Test
    void shouldKeepTheReasonOfTheFirstWardAfterEveryTransfer() {
        hospital.care(partial(MONDAY, ONCOLOGY).setStart(MONDAY).build());
        assertThat(isExplained("a1", "p1", MONDAY.plus(Duration.ofMinutes(10)))).isTrue();

        hospital.care(partial(TUESDAY, ORTHOPAEDICS).build());
        hospital.care(partial(WEDNESDAY, SURGERY).build());

        assertThat(hospital.revised()).allMatch(ExplainedAccess::getExplained);
        assertThat(isExplained("a2", "p1", MONDAY.plus(Duration.ofMinutes(20)))).isTrue();
    }

    @Test
    void shouldKeepTheReasonOfTheFirstDoctorWhenAnotherTakesOver() {
        hospital.care(partial(MONDAY, SURGERY).setPractitionerIds(List.of("u1")).build());
        hospital.care(
                partial(TUESDAY, SURGERY).setPractitionerIds(List.of("u2")).build());

        assertThat(isExplained("a1", "p1", NOW)).isTrue();
    }

    @Test
    void shouldKeepTheBeginThatALaterVersionDoesNotTell() {
        hospital.care(partial(TUESDAY, ONCOLOGY).setStart(TUESDAY).build());
        hospital.care(partial(WEDNESDAY, ONCOLOGY)
                .setStatus(CareStatus.FINISHED)
                .setEnd(WEDNESDAY)
                .build());

        assertThat(isExplained("a1", "p1", TUESDAY.plus(Duration.ofHours(1)))).isTrue();
        assertThat(isExplained("a2", "p1", before("P6D"))).isFalse();
    }

    @Test
    void shouldAddUpInWhicheverOrderTheyComeAndAcrossAMerge() {
        hospital.merge("p0", "p1");
        CareEvent first = partial(MONDAY, ONCOLOGY).setStart(MONDAY).build();
        CareEvent last = partial(WEDNESDAY, SURGERY).build();
        CareEvent old = CareEvent.newBuilder(first).setPatientId("p0").build();
        CareEvent untold = CareEvent.newBuilder(old).setUpdatedAt(null).build();
        List<List<CareEvent>> orders = List.of(
                List.of(first, last),
                List.of(last, first),
                List.of(old, last),
                List.of(last, old),
                List.of(last, untold));

        for (int order = 0; order < orders.size(); order++) {
            String careId = "Encounter/" + order;
            orders.get(order)
                    .forEach(care -> hospital.care(
                            CareEvent.newBuilder(care).setCareId(careId).build()));
            assertThat(isExplained("a" + order, "p1", NOW))
                    .as("order %s", order)
                    .isTrue();

            hospital.care(CareEvent.newBuilder(last)
                    .setCareId(careId)
                    .setPartial(false)
                    .setUpdatedAt(NOW)
                    .build());
            assertThat(isExplained("b" + order, "p1", NOW))
                    .as("order %s", order)
                    .isFalse();
            hospital.revised();
        }
    }

    @Test
    void shouldForgetTheWardOfAMoveThatWasAMistake() {
        hospital.care(partial(MONDAY, ONCOLOGY).build());
        hospital.care(partial(TUESDAY, SURGERY).setPartial(false).build());
        hospital.care(partial(MONDAY, ONCOLOGY).build());

        assertThat(isExplained("a1", "p1", NOW)).isFalse();
    }

    @Test
    void shouldKeepTheMarkOfAVipThatAMessageDoesNotTell() {
        hospital.patient(vip(MONDAY).build());
        hospital.patient(untold(TUESDAY));
        assertThat(newest("a1", "p1", NOW).getPatientVip()).isTrue();
        assertThat(newest("a2", "p1", NOW).getPatientSecurityLabels()).containsExactly("CEL", "R");

        hospital.patient(
                vip(WEDNESDAY).setVip(false).setSecurityLabels(List.of()).build());
        hospital.patient(untold(NOW));
        hospital.revised();
        assertThat(newest("a3", "p1", NOW).getPatientVip()).isFalse();
    }

    @Test
    void shouldTakeTheMarkOfAVipThatIsToldLate() {
        hospital.patient(untold(TUESDAY));
        hospital.patient(vip(MONDAY).build());

        assertThat(newest("a1", "p1", NOW).getPatientVip()).isTrue();
    }

    private boolean isExplained(String eventId, String patientId, Instant time) {
        return newest(eventId, patientId, time).getExplained();
    }

    private ExplainedAccess newest(String eventId, String patientId, Instant time) {
        return hospital.open(access(eventId, "u1", patientId, time).build()).stream()
                .filter(out -> out.getAccess().getEventId().equals(eventId))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static Patient.Builder vip(Instant updatedAt) {
        return Patient.newBuilder()
                .setPatientId("p1")
                .setVip(true)
                .setSecurityLabels(List.of("CEL"))
                .setUpdatedAt(updatedAt);
    }

    private static Patient untold(Instant updatedAt) {
        return Patient.newBuilder()
                .setPatientId("p1")
                .setVipTold(false)
                .setSecurityLabels(List.of("R"))
                .setUpdatedAt(updatedAt)
                .build();
    }

    private static CareEvent.Builder partial(Instant updatedAt, Department department) {
        return encounter("Encounter/e1", "p1", department)
                .setStart(null)
                .setPartial(true)
                .setUpdatedAt(updatedAt);
    }
}
