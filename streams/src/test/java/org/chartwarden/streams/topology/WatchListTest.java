package org.chartwarden.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.streams.topology.Hospital.NOW;
import static org.chartwarden.streams.topology.Records.access;
import static org.chartwarden.streams.topology.Records.patient;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Patient;
import org.chartwarden.model.WatchEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patients stand on watch lists for a time. */
class WatchListTest extends TopologyTest {

    @ParameterizedTest
    @CsvSource({"VIP, true", "CEL, true", "R, false"})
    void shouldTakeForVipWhoIsOnAListAsOne(String code, boolean expected) {
        hospital.watch(entry("p1", code).build());

        ExplainedAccess opened = open("a1", "p1", NOW);

        assertThat(opened.getPatientVip()).isEqualTo(expected);
        assertThat(opened.getPatientKnown()).as("the patient feed").isFalse();
        assertThat(open("a2", "p10", NOW).getPatientVip()).as("another patient").isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-PT0.001S, false", "PT0S, true", "P1D, true", "P2D, false"})
    void shouldCountAnEntryFromItsBeginToBeforeItsEnd(Duration later, boolean expected) {
        hospital.watch(entry("p1", "VIP").setFrom(NOW).setUntil(after("P2D")).build());

        assertThat(open("a1", "p1", NOW.plus(later)).getPatientVip()).isEqualTo(expected);
    }

    @Test
    void shouldLabelARecordAsItsOwnLabelsAndAllListsSay() {
        hospital.patient(Patient.newBuilder()
                .setPatientId("p1")
                .setSecurityLabels(List.of("V", "PSY"))
                .build());
        hospital.watch(entry("p1", "VIP").build());
        hospital.watch(entry("p1", "V").build());
        hospital.watch(entry("p1", "R").build());

        ExplainedAccess opened = open("a1", "p1", NOW);

        assertThat(opened.getPatientVip()).isTrue();
        assertThat(opened.getPatientSecurityLabels()).containsExactly("V", "PSY", "R");
    }

    @Test
    void shouldStayAVipByTheRecordsOwnLabelWhateverListsSay() {
        hospital.patient(patient("p1", true));
        hospital.watch(entry("p1", "VIP").setUntil(NOW).build());

        assertThat(open("a1", "p1", NOW).getPatientVip()).isTrue();
    }

    @Test
    void shouldKnowAMergedPatientByTheNumberOfTheEntryAndOfTheRecordThatIsLeft() {
        hospital.watch(entry("p1", "VIP").build());
        hospital.watch(entry("p2", "R").build());
        hospital.merge("p1", "p2");

        ExplainedAccess opened = open("a1", "p1", NOW);

        assertThat(opened.getMergedInto()).isEqualTo("p2");
        assertThat(opened.getPatientVip()).isTrue();
        assertThat(opened.getPatientSecurityLabels()).containsExactly("R");
    }

    @Test
    void shouldFollowTheNewestVersionOfAnEntry() {
        hospital.watch(entry("p1", "VIP").setUpdatedAt(NOW).build());
        hospital.watch(entry("p1", "VIP")
                .setUntil(before("P1D"))
                .setUpdatedAt(after("P1D"))
                .build());
        hospital.watch(entry("p1", "VIP").setUpdatedAt(NOW).build());

        assertThat(open("a1", "p1", NOW).getPatientVip()).isFalse();
    }

    /** Somebody corrected the file: the entry was about another patient. */
    @Test
    void shouldForgetWhomAnEntryNamedBefore() {
        WatchEntry entry = entry("p1", "VIP").build();
        hospital.watch(entry);
        hospital.watch(WatchEntry.newBuilder(entry).setPatientId("p2").build());

        assertThat(open("a1", "p1", NOW).getPatientVip()).isFalse();
        assertThat(open("a2", "p2", NOW).getPatientVip()).isTrue();
    }

    private ExplainedAccess open(String eventId, String patientId, Instant time) {
        List<ExplainedAccess> out =
                hospital.open(access(eventId, "u1", patientId, time).build());
        assertThat(out).hasSize(1);
        return out.get(0);
    }

    private static WatchEntry.Builder entry(String patientId, String code) {
        return WatchEntry.newBuilder()
                .setEntryId("list/" + patientId + "/" + code)
                .setPatientId(patientId)
                .setList("list")
                .setCode(code);
    }
}
