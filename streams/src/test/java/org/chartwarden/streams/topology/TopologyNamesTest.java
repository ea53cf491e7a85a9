package org.chartwarden.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.kafka.streams.TopologyDescription;
import org.chartwarden.serde.SerdeFactory;
import org.chartwarden.service.Counters;
import org.chartwarden.streams.rule.RulePack;
import org.junit.jupiter.api.Test;

/** A name that Streams makes up changes when an operator is added, and the state under it would be lost. */
class TopologyNamesTest {

    private final TopologyDescription description = new ChartwardenTopology(
                    Hospital.CONFIG,
                    () -> new RulePack(List.of()),
                    new SerdeFactory("org.chartwarden.serde.AvroSerde", Map.of("schema.registry.url", "mock://names")),
                    new Counters(new SimpleMeterRegistry()),
                    copy -> {})
            .get()
            .describe();

    @Test
    void shouldNameEveryOperatorAndStore() {
        assertThat(description.toString()).doesNotContainPattern("\\d{10}");
    }

    @Test
    void shouldHaveTheseStores() {
        Set<String> stores = new TreeSet<>();
        Pattern.compile("stores: \\[([^]]*)]")
                .matcher(description.toString())
                .results()
                .map((MatchResult found) -> found.group(1))
                .filter(names -> !names.isEmpty())
                .forEach(names -> stores.addAll(Set.of(names.split(", "))));

        assertThat(stores)
                .contains(
                        "care",
                        "family-names",
                        "habit-counts",
                        "habits",
                        "known-accesses",
                        "pair-spans",
                        "patients",
                        "standings",
                        "workforce");
    }
}
