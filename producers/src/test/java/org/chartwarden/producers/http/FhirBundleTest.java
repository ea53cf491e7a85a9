package org.chartwarden.producers.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.errors.TimeoutException;
import org.chartwarden.producers.fhir.Samples;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FhirBundleTest {

    private final HttpDoor door = HttpDoor.open(Map.of());

    @AfterEach
    void close() {
        door.close();
    }

    @ParameterizedTest
    @CsvSource({"batch,batch-response", "transaction,transaction-response"})
    void shouldAnswerEntryByEntry(String type, String answerType) throws Exception {
        String bundle = """
                {"resourceType":"Bundle","type":"%s","entry":[
                 {"resource":%s,"request":{"method":"POST","url":"AuditEvent"}},
                 {"resource":{"resourceType":"Observation"},"request":{"method":"POST","url":"Observation"}},
                 {"resource":{"resourceType":"Patient","id":"p"},"request":{"method":"POST","url":"Patient"}},
                 7,
                 {"resource":%s,"request":{"method":"POST","url":"AuditEvent"}}]}""".formatted(type, Samples.small("a"), Samples.small("b"));

        HttpResponse<String> response = door.post("/", bundle);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains(HttpDoor.FHIR_JSON);
        Bundle answer = HttpDoor.read(Bundle.class, response);
        assertThat(answer.getType().toCode()).isEqualTo(answerType);
        assertThat(answer.getEntry())
                .extracting(entry -> entry.getResponse().getStatus())
                .containsExactly("201 Created", "400 Bad Request", "403 Forbidden", "400 Bad Request", "201 Created");
        assertThat(answer.getEntry().get(0).getResponse().getLocation()).startsWith("AuditEvent/");
        assertThat(door.output.produced()).hasSize(2);
        assertThat(door.output.deadLetters())
                .extracting(letter -> letter.getPosition())
                .containsExactly("POST /, entry 2", "POST /, entry 4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense|The record is not valid JSON from line 1, column 1 on; one FHIR R4 resource is required",
                "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}|Bundle.type must be batch or transaction",
                "{\"resourceType\":\"AuditEvent\"}|resourceType must be Bundle here; a single resource belongs to the path of its type, such as /AuditEvent",
            })
    void shouldRefuseWhatIsNoBatch(String body, String reason) throws Exception {
        HttpResponse<String> response = door.post("/", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(door.output.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.getReason()).isEqualTo(reason);
            assertThat(letter.getRaw().array()).isEqualTo(Samples.utf8(body));
        });
    }

    @Test
    void shouldKeepABundleOfTooManyEntriesUnread() throws Exception {
        String entries = "{},".repeat(5_000) + "{}";

        HttpResponse<String> response =
                door.post("/", "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[" + entries + "]}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("Bundle.entry has more than 5,000 entries; make several Bundles of it");
        assertThat(door.output.deadLetters()).hasSize(1);
    }

    @Test
    void shouldSendNoMoreOnceKafkaFails() throws Exception {
        door.output.acknowledgeWith(CompletableFuture.failedFuture(new TimeoutException("gone")));
        String batch =
                "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"resource\":%s},{\"resource\":%s}]}"
                        .formatted(Samples.small("a"), Samples.small("b"));

        HttpResponse<String> response = door.post("/", batch);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(door.output.positions()).containsExactly("POST /, entry 1");
    }
}
