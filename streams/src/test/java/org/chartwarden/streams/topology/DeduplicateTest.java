package org.chartwarden.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.streams.topology.Hospital.NOW;
import static org.chartwarden.streams.topology.Records.ONCOLOGY;
import static org.chartwarden.streams.topology.Records.access;
import static org.chartwarden.streams.topology.Records.encounter;
import static org.chartwarden.streams.topology.Records.patient;
import static org.chartwarden.streams.topology.Records.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Habit;
import org.chartwarden.service.Counters.Count;
import org.chartwarden.service.SourceMeter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeduplicateTest extends TopologyTest {

    @Test
    void shouldLetTheSameActThroughOnce() {
        List<ExplainedAccess> out = hospital.open(
                access("a1", "u1", "p1", NOW).build(),
                access("a2", "u1", "p1", NOW).build(),
                access("a1", "u1", "p1", NOW).setReceivedAt(after("PT1H")).build());

        assertThat(ids(out)).containsExactly("a1", "a2");
        assertThat(hospital.counters.get(Count.DUPLICATE)).isEqualTo(1);
        assertThat(hospital.counters.get(Count.EXPLAINED)).isEqualTo(2);
    }

    @Test
    void shouldRecogniseADuplicateUpToTheHorizon() {
        hospital.open(
                access("a1", "u1", "p1", NOW).build(),
                access("a2", "u1", "p1", after("P7D")).build());

        List<ExplainedAccess> out = hospital.open(access("a1", "u1", "p1", NOW).build());

        assertThat(out).isEmpty();
        assertThat(hospital.counters.get(Count.DUPLICATE)).isEqualTo(1);
    }

    /** A login: one record names the user, the other only a token. */
    @Test
    void shouldRecogniseAnActWithoutAPatientWhoeverIsNamed() {
        AccessEvent token = access("a1", null, null, NOW).setTokenId("t1").build();
        AccessEvent named = access("a1", "u1", null, NOW).build();

        List<ExplainedAccess> out = hospital.open(token, named, token);

        assertThat(out).extracting(each -> each.getAccess().getUserId()).containsExactly(null, "u1");
        assertThat(out).extracting(each -> each.getAccess().getTokenId()).containsExactly("t1", "t1");
        assertThat(hospital.counters.get(Count.DUPLICATE)).isEqualTo(2);
    }

    /** Also when it goes on to the record that the patient's was merged into. */
    @Test
    void shouldCountACopyForTheSourceThatToldItLast() {
        hospital.merge("p2", "p3");
        for (String patient : List.of("p1", "p2")) {
            AccessEvent access = access("a-" + patient, "u1", patient, NOW).build();
            hospital.openFrom("fhir-http", access);
            hospital.openFrom("mllp", access);
            hospital.openFrom("fhir-http", access);
            hospital.openFrom("fhir-http", access);
        }

        assertThat(hospital.revised()).hasSize(2);
        assertThat(hospital.counters.get(Count.DUPLICATE)).isEqualTo(6);
        assertThat(SourceMeter.duplicates(hospital.meters, "fhir-http").count()).isEqualTo(4);
        assertThat(SourceMeter.duplicates(hospital.meters, "mllp").count()).isEqualTo(2);
    }

    /** Client and server record one act, each by its own clock. */
    @ParameterizedTest
    @CsvSource({"PT15M, 1", "PT15M0.001S, 2", "-PT15M, 1", "-PT15M0.001S, 2"})
    void shouldRecogniseTheSameActByAnotherClock(Duration ahead, int expected) {
        List<ExplainedAccess> out = hospital.open(
                access("a1", "u1", "p1", NOW).build(),
                access("a1", "u1", "p1", NOW.plus(ahead)).build());

        assertThat(out).hasSize(expected);
    }

    /** A token names no user; the copy of the other side does. */
    @Test
    void shouldPreferTheCopyThatNamesTheUserWhicheverComesFirst() {
        AccessEvent nameless = access("a1", null, "p1", NOW).build();
        AccessEvent named = access("a1", "u1", "p1", after("PT1S")).build();

        List<ExplainedAccess> out = hospital.open(nameless, named, nameless, named);

        assertThat(out).extracting(each -> each.getAccess().getUserId()).containsExactly(null, "u1");
        assertThat(out).extracting(ExplainedAccess::getRevision).containsExactly(1, 2);
        assertThat(hospital.counters.get(Count.DUPLICATE)).isEqualTo(3);
        assertThat(hospital.open(
                        access("a2", "u1", "p2", NOW).build(),
                        access("a2", null, "p2", NOW).build()))
                .hasSize(1);
    }

    /** Only from then on is it known whose first access it is. */
    @Test
    void shouldCountAFirstAccessOnceTheBetterCopyNamesTheUser() {
        hospital.staff(staff("Practitioner/u1", "u1", ONCOLOGY)
                .setRoles(List.of("nurse"))
                .build());
        hospital.care(encounter("Encounter/e1", "p1", ONCOLOGY).build());

        hospital.open(access("a1", null, "p1", NOW).build());
        assertThat(hospital.counters.get(Count.FIRST)).isZero();

        AccessEvent named = access("a1", "u1", "p1", NOW).build();
        hospital.open(
                named, named, access("a1", "u1", "p1", NOW).setEmergency(true).build());

        assertThat(hospital.counters.get(Count.FIRST)).isEqualTo(1);
        assertThat(hospital.counters.get(Count.FIRST_EXPLAINED)).isEqualTo(1);
        assertThat(hospital.counters.get(Count.REPEAT)).isZero();
        assertThat(hospital.habits()).extracting(Habit::getGroup).containsExactly("onc/nurse");
    }

    @Test
    void shouldCountFirstAccessesAndRepeatsApart() {
        hospital.staff(staff("Practitioner/u1", "u1", ONCOLOGY).build());
        hospital.care(encounter("Encounter/e1", "p1", ONCOLOGY).build());

        List<ExplainedAccess> out = hospital.open(
                access("a1", "u1", "p1", NOW).build(),
                access("a2", "u1", "p1", after("PT1M")).build(),
                access("a3", "u1", "p1", after("PT2M"))
                        .setCategory(AccessCategory.SEARCH)
                        .build(),
                access("a4", "u1", "p2", NOW).build(),
                access("a5", "u2", "p1", NOW).build());

        assertThat(out).extracting(ExplainedAccess::getFirstOfPair).containsExactly(true, false, false, true, true);
        assertThat(hospital.counters.get(Count.FIRST)).isEqualTo(3);
        assertThat(hospital.counters.get(Count.FIRST_EXPLAINED)).isEqualTo(1);
        assertThat(hospital.counters.get(Count.REPEAT)).isEqualTo(1);
        assertThat(hospital.counters.get(Count.REPEAT_EXPLAINED)).isEqualTo(1);
    }

    @Test
    void shouldLetALateAccessThroughButJudgeItByNoRule() {
        hospital.patient(patient("p1", true));
        hospital.open(access("a2", "u2", "p2", after("P7DT1S")).build());

        List<ExplainedAccess> out = hospital.open(access("a1", "u1", "p1", NOW).build());

        assertThat(ids(out)).containsExactly("a1");
        assertThat(out.get(0).getLate()).isTrue();
        assertThat(out.get(0).getRevision()).as("never replaces a judgement").isZero();
        assertThat(out.get(0).getPatientVip()).isTrue();
        assertThat(out.get(0).getRuleHits()).isEmpty();
    }

    @Test
    void shouldNotLetAWrongClockMakeEveryoneElseLate() {
        List<ExplainedAccess> out = hospital.open(
                access("a1", "u1", "p1", after("P9999D")).setReceivedAt(NOW).build(),
                access("a2", "u1", "p1", NOW).build());

        assertThat(out).extracting(ExplainedAccess::getLate).containsExactly(true, false);
    }

    @Test
    void shouldNotDropAnAccessBefore1970() {
        List<ExplainedAccess> out = hospital.open(
                access("a1", "u1", "p1", Instant.EPOCH.minusMillis(1)).build());

        assertThat(out).extracting(ExplainedAccess::getLate).containsExactly(true);
    }

    private static List<String> ids(List<ExplainedAccess> accesses) {
        return accesses.stream()
                .map(explained -> explained.getAccess().getEventId())
                .toList();
    }
}
