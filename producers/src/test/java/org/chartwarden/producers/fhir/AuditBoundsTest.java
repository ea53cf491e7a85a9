package org.chartwarden.producers.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Test;

/** One event makes no unreasonable number of accesses, and no unreasonably long ones. */
class AuditBoundsTest {

    private final AuditEventReader reader = new AuditEventReader(Samples.CLOCK);

    @Test
    void shouldTellOnceWhatIsTheSameForAllPatients() throws Refusal {
        List<AccessEvent> accesses = read(patients(1_000) + "," + labelled(100));

        assertThat(accesses).hasSize(1_000).extracting(AccessEvent::getEventId).doesNotHaveDuplicates();
        assertThat(accesses.get(999).getPatientId()).isEqualTo("p999");
        assertThat(accesses.get(999).getSecurityLabels())
                .hasSize(100)
                .isSameAs(accesses.get(0).getSecurityLabels());
    }

    @Test
    void shouldRefuseMorePatients() {
        assertThatThrownBy(() -> read(patients(1_001)))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "AuditEvent.entity[1000].what names more than 1,000 patients; tell of them in several records");
    }

    @Test
    void shouldRefuseMoreLabels() {
        assertThatThrownBy(() -> read(labelled(101)))
                .isInstanceOf(Refusal.class)
                .hasMessage("The record has more than 100 security labels, or one of more than 256 characters");
    }

    @Test
    void shouldNotLoseASearchByManyNames() throws Refusal {
        String query = list(150, "&", name -> "name%d=Example".formatted(name));
        String base64 = Base64.getEncoder().encodeToString(query.getBytes(StandardCharsets.UTF_8));

        List<AccessEvent> accesses = read("{\"query\":\"" + base64 + "\"}");

        assertThat(accesses).hasSize(1);
        assertThat(accesses.get(0).getQueryParameters())
                .hasSize(100)
                .startsWith("name0", "name1")
                .endsWith("name99");
    }

    private static String patients(int count) {
        return list(count, ",", "{\"what\":{\"reference\":\"Patient/p%d\"}}"::formatted);
    }

    private static String labelled(int labels) {
        return "{\"securityLabel\":[" + list(labels, ",", "{\"code\":\"l%d\"}"::formatted) + "]}";
    }

    private static String list(int count, String separator, IntFunction<String> entry) {
        return IntStream.range(0, count).mapToObj(entry).collect(Collectors.joining(separator));
    }

    private List<AccessEvent> read(String entities) throws Refusal {
        String event = Samples.small("a").replaceFirst("\"entity\":.*]}", "\"entity\":[" + entities + "]}");
        return reader.read(Samples.utf8(event)).stream()
                .map(outgoing -> (AccessEvent) outgoing.value())
                .toList();
    }
}
