package org.chartwarden.producers.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.errors.TimeoutException;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.producers.fhir.Samples;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FhirHttpSourceTest {

    private final HttpDoor door = HttpDoor.open(Map.of());

    @AfterEach
    void close() {
        door.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/fhir+json",
                "application/json",
                "application/fhir+json; charset=utf-8; fhirVersion=4.0",
                "application/fhir+json;fhirVersion=\"5.0\""
            })
    void shouldCreate(String contentType) throws Exception {
        HttpResponse<String> response = door.send(door.request("/AuditEvent")
                .setHeader("Content-Type", contentType)
                .POST(BodyPublishers.ofString(Samples.small("a")))
                .build());

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.body()).isEmpty();
        assertThat(door.output.produced()).hasSize(1);
        AccessEvent event = (AccessEvent) door.output.produced().get(0).value();
        assertThat(response.headers().firstValue("Location")).contains("AuditEvent/" + event.getEventId());
        assertThat(response.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void shouldRefuseBrokenEventAndKeepIt() throws Exception {
        String broken = Samples.small("a").replace("true", "\"true\"");

        HttpResponse<String> response = door.post("/AuditEvent", broken);

        assertThat(response.statusCode()).isEqualTo(400);
        OperationOutcome outcome = HttpDoor.read(OperationOutcome.class, response);
        assertThat(outcome.getIssueFirstRep().getExpression())
                .singleElement()
                .hasToString("AuditEvent.agent[0].requestor");
        assertThat(outcome.getIssueFirstRep().getDiagnostics())
                .isEqualTo("AuditEvent.agent[0].requestor must be a JSON boolean. The bytes are kept in the"
                        + " dead-letter topic; do not send them again unchanged.");
        assertThat(door.output.produced()).isEmpty();
        assertThat(door.output.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.getRaw().array()).isEqualTo(Samples.utf8(broken));
            assertThat(letter.getSource()).isEqualTo("HTTP from 127.0.0.1");
            assertThat(letter.getPosition()).isEqualTo("POST /AuditEvent");
            assertThat(letter.getFeed()).isEqualTo("fhir-audit");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense|The record is not valid JSON from line 1, column 1 on; one FHIR R4 resource is required",
                "[]|The record is not a JSON object; one FHIR R4 resource in JSON is required",
                "{\"resourceType\":\"Patient\"}|resourceType must be AuditEvent here, as in the path",
                "{}|resourceType must be AuditEvent here, as in the path",
            })
    void shouldKeepWhatIsNoAuditEvent(String body, String reason) throws Exception {
        HttpResponse<String> response = door.post("/AuditEvent", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(door.output.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.getReason()).isEqualTo(reason);
            assertThat(letter.getRaw().array()).isEqualTo(Samples.utf8(body));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/fhir+xml||The Content-Type must be application/fhir+json or application/json.",
                "text/plain||The Content-Type must be application/fhir+json or application/json.",
                "application/json; charset=iso-8859-1||The charset must be utf-8.",
                "application/fhir+json; fhirVersion=3.0||The fhirVersion must be 4.0 or 5.0.",
                "application/json|br|The Content-Encoding must be gzip, or none.",
            })
    void shouldTakeNoOtherMediaType(String contentType, String encoding, String problem) throws Exception {
        HttpResponse<String> response = door.send(door.request("/AuditEvent")
                .setHeader("Content-Type", contentType)
                .setHeader("Content-Encoding", encoding == null ? "identity" : encoding)
                .POST(BodyPublishers.ofString(Samples.small("a")))
                .build());

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(HttpDoor.diagnostics(response)).isEqualTo(problem + " Nothing was taken.");
        assertThat(door.output.positions()).isEmpty();
    }

    @Test
    void shouldAnswer503WhenKafkaFails() throws Exception {
        door.output.acknowledgeWith(CompletableFuture.failedFuture(new TimeoutException("gone")));

        HttpResponse<String> response = door.post("/AuditEvent", Samples.small("a"));

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).contains("5");
    }

    @Test
    void shouldAnswer503WhenKafkaDoesNotAcknowledgeInTime() throws Exception {
        door.output.acknowledgeWith(new CompletableFuture<>());

        HttpResponse<String> response = door.post("/AuditEvent", Samples.small("a"));

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(HttpDoor.diagnostics(response))
                .isEqualTo("Kafka did not acknowledge in time. Send the same again: what has arrived is recognised as"
                        + " duplicate.");
    }

    @ParameterizedTest
    @CsvSource({"GET,/AuditEvent,405,POST", "PUT,/AuditEvent/1,405,''", "POST,/Observation,404,", "GET,/x/y/z,404,"})
    void shouldServeNothingElse(String method, String path, int status, String allow) throws Exception {
        HttpResponse<String> response = door.send(
                door.request(path).method(method, BodyPublishers.noBody()).build());

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Allow").orElse(null)).isEqualTo(allow);
        assertThat(HttpDoor.read(OperationOutcome.class, response).getIssue()).hasSize(1);
        assertThat(door.output.positions()).isEmpty();
    }
}
