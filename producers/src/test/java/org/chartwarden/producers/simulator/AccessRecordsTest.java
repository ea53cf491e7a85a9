package org.chartwarden.producers.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.producers.fhir.AuditEventReader;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Test;

class AccessRecordsTest {

    @Test
    void shouldBeWhatTheFhirDoorReads() throws Refusal {
        Script script = Stories.of(Days.USUAL);
        List<Recording> recordings = new Delivery(Days.USUAL).deliver(ofEachKind(script.acts()));

        for (Recording recording : recordings) {
            assertThat(AccessRecords.of(recording)).isEqualTo(read(recording));
        }
        assertThat(recordings).hasSizeGreaterThan(20);
    }

    /** A few acts of every interaction, circumstance, length and kind of user. */
    private static List<Act> ofEachKind(List<Act> acts) {
        Map<List<?>, List<Act>> kinds = new LinkedHashMap<>();
        for (Act act : acts) {
            List<?> kind = List.of(
                    act.interaction(),
                    act.opening().circumstance(),
                    act.lasted().isPresent(),
                    act.opening().user().role(),
                    act.opening().desk().screen());
            kinds.computeIfAbsent(kind, unknown -> new ArrayList<>()).add(act);
        }
        return kinds.values().stream().flatMap(all -> all.stream().limit(20)).toList();
    }

    private static AccessEvent read(Recording recording) throws Refusal {
        Instant arrival = recording.arrival();
        String json = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(AuditEvents.of(recording));
        return (AccessEvent) new AuditEventReader(Clock.fixed(arrival, ZoneOffset.UTC))
                .read(json.getBytes(StandardCharsets.UTF_8))
                .get(0)
                .value();
    }
}
