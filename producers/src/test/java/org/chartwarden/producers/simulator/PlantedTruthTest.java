package org.chartwarden.producers.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chartwarden.producers.simulator.Oracle.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlantedTruthTest {

    @ParameterizedTest
    @CsvSource({
        "1,2026-11-22,Europe/Vienna",
        "2,2026-11-22,UTC",
        "3,2026-03-29,Europe/Vienna",
        "4,2026-10-25,Europe/Vienna",
        "5,2024-02-29,America/Los_Angeles",
        "-77,2027-01-01,Asia/Kolkata"
    })
    void shouldHoldExactlyThePlantedIncidents(long seed, LocalDate day, ZoneId zone) {
        SimulatedDay simulated =
                SimulatedDay.of(SimulationPlan.of(seed, day, zone).withAccesses(2_500));

        assertThat(new Oracle(new Charts(simulated)).findings()).isEqualTo(planted(simulated));
    }

    @Test
    void shouldHoldThePlantedIncidentsInTheSmallestHospital() {
        SimulationPlan plan = new SimulationPlan(6, Days.USUAL.day(), Days.USUAL.zone(), 600, 80, 2_000);
        SimulatedDay simulated = SimulatedDay.of(plan);

        assertThat(new Oracle(new Charts(simulated)).findings()).isEqualTo(planted(simulated));
    }

    @Test
    void shouldPlantEachRulesIncidents() {
        SimulatedDay simulated = SimulatedDay.of(Days.SMALL);

        Map<String, Long> byRule = simulated.incidents().stream()
                .collect(Collectors.groupingBy(PlantedIncident::ruleId, Collectors.counting()));

        assertThat(byRule)
                .isEqualTo(
                        Map.of("vip-without-explanation", 6L, "coworker-record", 6L, "many-unexplained-patients", 3L));
    }

    @Test
    void shouldTellTheIncidentsWithoutNames() {
        SimulatedDay simulated = SimulatedDay.of(Days.SMALL);

        assertThat(simulated.incidents()).allSatisfy(incident -> {
            assertThat(incident.description()).isNotBlank();
            assertThat(incident.description()).doesNotContain(incident.userId());
            assertThat(incident.description()).doesNotContain(incident.patientIds());
        });
    }

    private static Set<Finding> planted(SimulatedDay simulated) {
        return simulated.incidents().stream()
                .map(incident -> new Finding(
                        incident.ruleId(), incident.userId(), new TreeSet<>(incident.patientIds()), incident.events()))
                .collect(Collectors.toSet());
    }
}
