package org.chartwarden.producers.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwarden.model.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoriesTest {

    /** The pack's, which the end-to-end demo judges: the producers know no rules. */
    static final Set<String> RULES = new TreeSet<>(List.of(
            "vip-without-explanation",
            "coworker-record",
            "same-household",
            "same-family-name",
            "neighbour",
            "own-record",
            "own-child-or-proxy",
            "deceased-patient",
            "long-discharged",
            "restricted-record",
            "other-departments-only",
            "repeated-return",
            "serial-low-and-slow",
            "crowd-on-one-patient",
            "many-unexplained-patients",
            "volume-above-own-habit",
            "volume-above-peers",
            "bulk-export",
            "drip-export",
            "record-numbers-in-sequence",
            "found-by-name",
            "emergency-without-care",
            "many-emergencies",
            "off-shift",
            "on-leave",
            "after-termination",
            "dormant-account",
            "two-places-at-once",
            "new-network",
            "new-workstation",
            "denied-then-granted",
            "demographics-only",
            "medication-views",
            "device-out-of-habit",
            "service-account-interactive",
            "service-account-elsewhere",
            "mass-change-or-export",
            "wrong-patient-too-often",
            "accumulated-risk"));

    private final SimulatedDay day = Days.Usual.DAY;

    @ParameterizedTest
    @CsvSource({
        "1,2026-11-22,Europe/Vienna",
        "2,2026-11-22,UTC",
        "3,2026-03-29,Europe/Vienna",
        "4,2026-10-25,Europe/Vienna",
        "5,2024-02-29,America/Los_Angeles"
    })
    void shouldHaveAnIncidentAndAnInnocentOfEveryRule(long seed, LocalDate date, ZoneId zone) {
        Script script = Stories.of(SimulationPlan.of(seed, date, zone));

        assertThat(script.incidents().stream().map(PlantedIncident::ruleId).collect(Collectors.toSet()))
                .isEqualTo(RULES);
        assertThat(script.innocents().stream().map(PlantedInnocent::ruleId).collect(Collectors.toSet()))
                .isEqualTo(RULES);
    }

    @Test
    void shouldGiveNobodyTwoParts() {
        List<String> users = Stream.concat(
                        day.incidents().stream().map(PlantedIncident::userId),
                        day.innocents().stream().map(PlantedInnocent::userId))
                .filter(Objects::nonNull)
                .toList();

        assertThat(users).doesNotHaveDuplicates();
    }

    @Test
    void shouldKeepThePatientsOfIncidentsOutOfOtherStories() {
        Set<String> guilty = day.incidents().stream()
                .filter(incident -> !incident.ruleId().equals("mass-change-or-export"))
                .filter(incident -> !incident.ruleId().equals("volume-above-peers"))
                .map(PlantedIncident::patientIds)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());

        assertThat(day.innocents().stream().map(PlantedInnocent::patientIds).flatMap(Collection::stream))
                .doesNotContainAnyElementsOf(guilty);
    }

    @Test
    void shouldTellOnlyTheCrowdAsAPatientsStory() {
        assertThat(day.incidents())
                .filteredOn(incident -> incident.subject() == Subject.PATIENT)
                .singleElement()
                .satisfies(crowd -> {
                    assertThat(crowd.ruleId()).isEqualTo("crowd-on-one-patient");
                    assertThat(crowd.patientIds()).hasSize(1);
                    assertThat(crowd.events()).isEqualTo(7);
                });
    }

    @Test
    void shouldTellTheTruthWithoutNamesAndIds() {
        assertThat(day.incidents()).allSatisfy(incident -> {
            assertThat(incident.description()).isNotBlank();
            assertThat(incident.description()).doesNotContain(incident.patientIds());
            assertThat(incident.description()).doesNotContain(String.valueOf(incident.userId()));
        });
        assertThat(day.innocents())
                .allSatisfy(innocent -> assertThat(innocent.why()).isNotBlank());
    }

    @Test
    void shouldLetTheActsOfATruthHappen() {
        Set<String> pairs = Days.Usual.CHARTS.accesses.stream()
                .map(access -> access.userId() + " " + access.patientId())
                .collect(Collectors.toSet());

        assertThat(day.incidents().stream()
                        .filter(incident -> incident.userId() != null)
                        .flatMap(incident -> incident.patientIds().stream().map(id -> incident.userId() + " " + id)))
                .isSubsetOf(pairs);
        assertThat(day.innocents().stream()
                        .filter(innocent -> innocent.userId() != null)
                        .flatMap(innocent -> innocent.patientIds().stream().map(id -> innocent.userId() + " " + id)))
                .isSubsetOf(pairs);
    }
}
