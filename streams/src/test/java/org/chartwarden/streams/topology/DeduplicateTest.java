package org.chartwarden.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.streams.topology.Hospital.NOW;
import static org.chartwarden.streams.topology.Records.access;
import static org.chartwarden.streams.topology.Records.patient;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.service.Counters.Count;
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

    /** Client and server record one act, each by its own clock. */
    @ParameterizedTest
    @CsvSource({"PT15M, 1", "PT15M0.001S, 2", "-PT15M, 1", "-PT15M0.001S, 2"})
    void shouldRecogniseTheSameActByAnotherClock(Duration ahead, int expected) {
        List<ExplainedAccess> out = hospital.open(
                access("a1", "u1", "p1", NOW).build(),
                access("a1", "u1", "p1", NOW.plus(ahead)).build());

        assertThat(out).hasSize(expected);
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
