package org.chartwarden.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.streams.topology.Hospital.NOW;
import static org.chartwarden.streams.topology.Records.ONCOLOGY;
import static org.chartwarden.streams.topology.Records.access;
import static org.chartwarden.streams.topology.Records.encounter;
import static org.chartwarden.streams.topology.Records.staff;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chartwarden.model.CareStatus;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.service.Counters.Count;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Patients' records are merged into each other (HL7 A40). */
class MergeTest extends TopologyTest {

    private final Map<String, ExplainedAccess> newest = new TreeMap<>();

    @BeforeEach
    void someoneWorks() {
        hospital.staff(staff("Practitioner/u1", "u1", ONCOLOGY).build());
    }

    @Test
    void shouldTakeCareOfTheOldRecordToTheOneThatIsLeft() {
        hospital.care(encounter("Encounter/e1", "p1", ONCOLOGY).build());
        take(hospital.open(access("a1", "u1", "p2", NOW).build()));
        assertThat(isExplained("a1")).isFalse();

        hospital.merge("p1", "p2");

        take(hospital.revised());
        assertThat(isExplained("a1")).isTrue();
    }

    @Test
    void shouldTakeAccessesToTheOldRecordToTheCareOfTheOneThatIsLeft() {
        hospital.care(encounter("Encounter/e1", "p2", ONCOLOGY).build());
        take(hospital.open(access("a1", "u1", "p1", NOW).build()));

        hospital.merge("p1", "p2");

        take(hospital.revised());
        assertThat(isExplained("a1")).isTrue();
        assertThat(newest.get("a1").getMergedInto()).isEqualTo("p2");
        assertThat(newest.get("a1").getAccess().getPatientId()).isEqualTo("p1");
    }

    @Test
    void shouldSendWhatComesAfterTheMergeTheSameWay() {
        hospital.merge("p1", "p2");
        hospital.care(encounter("Encounter/e1", "p1", ONCOLOGY).build());

        List<ExplainedAccess> out = hospital.open(
                access("a1", "u1", "p1", NOW).build(),
                access("a2", "u1", "p2", NOW).build());

        assertThat(out).extracting(ExplainedAccess::getExplained).containsExactly(true, true);
        assertThat(out).extracting(ExplainedAccess::getRevision).containsExactly(1, 1);
    }

    @Test
    void shouldRecogniseADuplicateAcrossTheMerge() {
        hospital.open(access("a1", "u1", "p1", NOW).build());
        hospital.merge("p1", "p2");
        hospital.revised();

        assertThat(hospital.open(access("a1", "u1", "p1", NOW).build())).isEmpty();
        assertThat(hospital.open(access("a1", "u1", "p2", NOW).build())).isEmpty();
        assertThat(hospital.counters.get(Count.DUPLICATE)).isEqualTo(2);
    }

    @Test
    void shouldUndoCareThatIsCancelledUnderTheOldRecord() {
        hospital.care(encounter("Encounter/e1", "p1", ONCOLOGY).build());
        hospital.merge("p1", "p2");
        take(hospital.open(access("a1", "u1", "p2", NOW).build()));

        hospital.care(encounter("Encounter/e1", "p1", ONCOLOGY)
                .setStatus(CareStatus.CANCELLED)
                .build());

        take(hospital.revised());
        assertThat(isExplained("a1")).isFalse();
    }

    @Test
    void shouldFollowAChainInWhicheverOrderItIsToldOf() {
        hospital.care(encounter("Encounter/e1", "p3", ONCOLOGY).build());
        take(hospital.open(access("a1", "u1", "p1", NOW).build()));
        hospital.merge("p2", "p3");
        hospital.merge("p1", "p2");
        take(hospital.revised());
        take(hospital.open(access("b1", "u1", "q1", NOW).build()));
        hospital.merge("q1", "q2");
        hospital.care(encounter("Encounter/e2", "q3", ONCOLOGY).build());
        hospital.merge("q2", "q3");

        take(hospital.revised());

        assertThat(isExplained("a1")).isTrue();
        assertThat(newest.get("a1").getMergedInto()).isEqualTo("p3");
        assertThat(isExplained("b1")).isTrue();
        assertThat(newest.get("b1").getMergedInto()).isEqualTo("q3");
    }

    @Test
    void shouldEndACircleAtTheSmallestId() {
        hospital.merge("p1", "p2");
        hospital.merge("p2", "p3");
        hospital.merge("p3", "p1");
        hospital.care(encounter("Encounter/e1", "p2", ONCOLOGY).build());

        take(hospital.open(
                access("a1", "u1", "p1", NOW).build(),
                access("a2", "u1", "p2", NOW).build(),
                access("a3", "u1", "p3", NOW).build()));

        assertThat(newest.values()).extracting(ExplainedAccess::getExplained).containsExactly(true, true, true);
        assertThat(newest.values()).extracting(ExplainedAccess::getMergedInto).containsExactly(null, "p1", "p1");
    }

    private void take(List<ExplainedAccess> accesses) {
        accesses.forEach(each -> newest.merge(
                each.getAccess().getEventId(),
                each,
                (one, other) -> one.getRevision() < other.getRevision() ? other : one));
    }

    private boolean isExplained(String eventId) {
        return newest.get(eventId).getExplained();
    }
}
