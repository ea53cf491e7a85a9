package org.chartwarden.producers.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwarden.producers.simulator.Charts.Access;
import org.junit.jupiter.api.Test;

/** The innocent that a careless rule would accuse. */
class LookalikesTest {

    private final Charts charts = Days.Usual.CHARTS;
    private final Oracle oracle = new Oracle(charts);
    private final Set<String> snoopers = Days.Usual.DAY.incidents().stream()
            .filter(incident -> incident.ruleId().equals("many-unexplained-patients"))
            .map(PlantedIncident::userId)
            .collect(Collectors.toSet());

    @Test
    void shouldHaveVipsTreatedBySeveralPeople() {
        assertThat(explained().filter(access -> charts.vips.contains(access.patientId())))
                .extracting(Access::userId)
                .satisfies(users -> assertThat(Set.copyOf(users)).hasSizeGreaterThan(10));
    }

    @Test
    void shouldHaveCoworkersTreated() {
        assertThat(explained().filter(access -> charts.userByOwnPatient.containsKey(access.patientId())))
                .extracting(Access::patientId)
                .satisfies(patients -> assertThat(Set.copyOf(patients)).hasSizeGreaterThan(10));
    }

    @Test
    void shouldHaveSomebodyOpenTheirOwnRecord() {
        assertThat(oracle.unexplained)
                .filteredOn(access -> access.userId().equals(charts.userByOwnPatient.get(access.patientId())))
                .hasSize(3);
    }

    @Test
    void shouldHaveEightStrangersInAnHourAndTwelveInThree() {
        Map<Integer, Integer> inHourByInDay = Oracle.byUser(oracle.unexplained).entrySet().stream()
                .filter(entry -> !snoopers.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toMap(LookalikesTest::patients, Oracle::mostPatientsInAnHour, Math::max));

        assertThat(inHourByInDay).containsEntry(8, 8).containsEntry(12, 5);
    }

    @Test
    void shouldSpreadInnocentNoiseThin() {
        assertThat(Oracle.byUser(oracle.unexplained).entrySet())
                .filteredOn(entry -> !snoopers.contains(entry.getKey()))
                .extracting(entry -> patients(entry.getValue()))
                .contains(1, 2)
                .isSubsetOf(1, 2, 3, 4, 8, 12);
    }

    @Test
    void shouldHaveAWardRoundOfManyExplainedPatientsInAnHour() {
        List<Access> explained = explained().toList();

        assertThat(Oracle.byUser(explained).values())
                .anySatisfy(accesses ->
                        assertThat(Oracle.mostPatientsInAnHour(accesses)).isGreaterThanOrEqualTo(25));
    }

    @Test
    void shouldHaveSearchesThatListVips() {
        assertThat(charts.accesses.stream().filter(Access::search).map(Access::patientId))
                .containsAnyElementsOf(charts.vips);
    }

    @Test
    void shouldHaveARefusedAccessToAVip() {
        assertThat(charts.accesses)
                .filteredOn(access -> !access.shown())
                .singleElement()
                .satisfies(refused -> {
                    assertThat(charts.vips).contains(refused.patientId());
                    assertThat(oracle.directlyExplained(refused)).isFalse();
                });
    }

    @Test
    void shouldHaveABrokenGlassThatTheEncounterExplains() {
        assertThat(charts.accesses).filteredOn(Access::emergency).hasSize(4).allSatisfy(access -> {
            assertThat(charts.vips).contains(access.patientId());
            assertThat(oracle.directlyExplained(access)).isTrue();
        });
    }

    @Test
    void shouldHaveAVipWhomOnlyOwnEarlierCareExplains() {
        assertThat(explained().filter(access -> !oracle.directlyExplained(access)))
                .hasSize(2)
                .allSatisfy(access -> assertThat(charts.vips).contains(access.patientId()));
    }

    private Stream<Access> explained() {
        Set<Access> unexplained = Set.copyOf(oracle.unexplained);
        return oracle.opened.stream().filter(access -> !unexplained.contains(access));
    }

    private static int patients(List<Access> accesses) {
        return (int) accesses.stream().map(Access::patientId).distinct().count();
    }
}
