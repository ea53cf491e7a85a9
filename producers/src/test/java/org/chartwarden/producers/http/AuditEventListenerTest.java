package org.chartwarden.producers.http;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.errors.TimeoutException;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.producers.MemoryOutput;
import org.chartwarden.producers.fhir.AuditEventReader;
import org.chartwarden.producers.fhir.Samples;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditEventListenerTest {

    private static final String FHIR_JSON = "application/fhir+json";

    private final MemoryOutput output = new MemoryOutput();
    private final AuditEventListener listener = AuditEventListener.start(
            "127.0.0.1",
            0,
            new AuditEventReader(Samples.CLOCK),
            output.delivery(Samples.CLOCK),
            Duration.ofMillis(200));
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        listener.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {FHIR_JSON, "application/json", "application/fhir+json; charset=utf-8; fhirVersion=4.0"})
    void shouldCreate(String contentType) throws Exception {
        HttpResponse<String> response = post("/AuditEvent", contentType, Samples.small("a"));

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.body()).isEmpty();
        AccessEvent event = (AccessEvent) output.produced().get(0).value();
        assertThat(response.headers().firstValue("Location")).contains("AuditEvent/" + event.getEventId());
        assertThat(output.produced()).hasSize(1);
    }

    @Test
    void shouldRefuseBrokenEventAndKeepIt() throws Exception {
        String broken = Samples.small("a").replace("true", "\"true\"");

        HttpResponse<String> response = post("/AuditEvent", FHIR_JSON, broken);

        assertThat(response.statusCode()).isEqualTo(400);
        OperationOutcome outcome = outcome(response);
        assertThat(outcome.getIssueFirstRep().getExpression())
                .singleElement()
                .hasToString("AuditEvent.agent[0].requestor");
        assertThat(outcome.getIssueFirstRep().getDiagnostics())
                .isEqualTo("AuditEvent.agent[0].requestor must be a JSON boolean. The bytes are kept in the"
                        + " dead-letter topic; do not send them again unchanged.");
        assertThat(output.produced()).isEmpty();
        assertThat(output.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.getRaw().array()).isEqualTo(Samples.utf8(broken));
            assertThat(letter.getSource()).isEqualTo("HTTP from 127.0.0.1");
            assertThat(letter.getPosition()).isEqualTo("POST /AuditEvent");
        });
    }

    @Test
    void shouldAnswerBatchEntryByEntry() throws Exception {
        String batch = """
                {"resourceType":"Bundle","type":"batch","entry":[
                 {"resource":%s,"request":{"method":"POST","url":"AuditEvent"}},
                 {"resource":{"resourceType":"Patient"},"request":{"method":"POST","url":"Patient"}},
                 {"resource":%s,"request":{"method":"POST","url":"AuditEvent"}}]}""".formatted(Samples.small("a"), Samples.small("b"));

        HttpResponse<String> response = post("/", FHIR_JSON, batch);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains(FHIR_JSON);
        Bundle answer = FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, response.body());
        assertThat(answer.getType()).isEqualTo(BundleType.BATCHRESPONSE);
        assertThat(answer.getEntry())
                .extracting(entry -> entry.getResponse().getStatus())
                .containsExactly("201 Created", "400 Bad Request", "201 Created");
        assertThat(output.produced()).hasSize(2);
        assertThat(output.deadLetters())
                .extracting(letter -> letter.getPosition())
                .containsExactly("POST /, entry 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense|The record is not valid JSON from line 1, column 1 on; one FHIR R4 resource is required",
                "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}|Bundle.type must be batch or transaction",
                "{\"resourceType\":\"AuditEvent\"}|resourceType must be Bundle here; a single AuditEvent belongs to the path /AuditEvent",
            })
    void shouldRefuseWhatIsNoBatch(String body, String reason) throws Exception {
        HttpResponse<String> response = post("/", FHIR_JSON, body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(output.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.getReason()).isEqualTo(reason);
            assertThat(letter.getRaw().array()).isEqualTo(Samples.utf8(body));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/fhir+xml", "text/plain"})
    void shouldTakeJsonOnly(String contentType) throws Exception {
        HttpResponse<String> response = post("/AuditEvent", contentType, Samples.small("a"));

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(outcome(response).getIssueFirstRep().getDiagnostics())
                .isEqualTo("The Content-Type must be application/fhir+json or application/json. Nothing was taken.");
        assertThat(output.positions()).isEmpty();
    }

    @Test
    void shouldTakeNoBodyBeyondTheLimit() throws Exception {
        HttpResponse<String> response = post("/AuditEvent", FHIR_JSON, " ".repeat((16 << 20) + 1));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(output.positions()).isEmpty();
    }

    @Test
    void shouldAnswer503WhenKafkaFails() throws Exception {
        output.acknowledgeWith(CompletableFuture.failedFuture(new TimeoutException("gone")));

        HttpResponse<String> response = post("/AuditEvent", FHIR_JSON, Samples.small("a"));

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).contains("5");
    }

    @Test
    void shouldAnswer503WhenKafkaDoesNotAcknowledgeInTime() throws Exception {
        output.acknowledgeWith(new CompletableFuture<>());

        HttpResponse<String> response = post("/AuditEvent", FHIR_JSON, Samples.small("a"));

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(outcome(response).getIssueFirstRep().getDiagnostics())
                .isEqualTo("Kafka did not acknowledge in time. Send the same again: what has arrived is recognised as"
                        + " duplicate.");
    }

    @Test
    void shouldSendNoMoreOfBatchOnceKafkaFails() throws Exception {
        output.acknowledgeWith(CompletableFuture.failedFuture(new TimeoutException("gone")));
        String batch =
                "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"resource\":%s},{\"resource\":%s}]}"
                        .formatted(Samples.small("a"), Samples.small("b"));

        HttpResponse<String> response = post("/", FHIR_JSON, batch);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(output.positions()).containsExactly("POST /, entry 1");
    }

    private static OperationOutcome outcome(HttpResponse<String> response) {
        return FhirContext.forR4Cached().newJsonParser().parseResource(OperationOutcome.class, response.body());
    }

    private HttpResponse<String> post(String path, String contentType, String body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listener.port() + path))
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
