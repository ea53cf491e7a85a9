package org.chartwarden.producers.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.chartwarden.producers.fhir.FhirTypes;
import org.chartwarden.producers.fhir.Samples;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContextOverHttpTest {

    private static final String PATIENT = "{\"resourceType\":\"Patient\",\"id\":\"p\"}";

    private final HttpDoor door = HttpDoor.open(Map.of("http.accepts", "context"));

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void shouldCreateAndUpdate() throws Exception {
        HttpResponse<String> created = door.post("/Patient", PATIENT);
        HttpResponse<String> updated = door.put("/Patient/p", PATIENT);

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).contains("Patient/p");
        assertThat(updated.statusCode()).isEqualTo(200);
        assertThat(updated.headers().firstValue("Location")).isEmpty();
        assertThat(door.output.produced()).extracting(record -> record.key()).containsExactly("p", "p");
        assertThat(door.output.deadLetters()).isEmpty();
    }

    @Test
    void shouldKeepUpdateOfAnotherId() throws Exception {
        HttpResponse<String> response = door.put("/Patient/q", PATIENT);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(HttpDoor.read(OperationOutcome.class, response)
                        .getIssueFirstRep()
                        .getExpression())
                .singleElement()
                .hasToString("Patient.id");
        assertThat(door.output.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.getReason()).isEqualTo("Patient.id must be the id in the path");
            assertThat(letter.getFeed()).isEqualTo("fhir-context");
        });
        assertThat(door.output.produced()).isEmpty();
    }

    @Test
    void shouldSayWhatIsNotNeeded() throws Exception {
        HttpResponse<String> response = door.post("/Location", "{\"resourceType\":\"Location\",\"id\":\"l\"}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(HttpDoor.diagnostics(response))
                .isEqualTo("Understood, and of a kind that is not needed here: nothing was stored.");
        assertThat(door.output.positions()).isEmpty();
    }

    @Test
    void shouldTakeNoAuditEvents() throws Exception {
        HttpResponse<String> one = door.post("/AuditEvent", Samples.small("a"));
        HttpResponse<String> batch = door.post(
                "/",
                "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"resource\":%s},{\"resource\":%s}]}"
                        .formatted(Samples.small("a"), PATIENT));

        assertThat(one.statusCode()).isEqualTo(403);
        assertThat(HttpDoor.read(Bundle.class, batch).getEntry())
                .extracting(entry -> entry.getResponse().getStatus())
                .containsExactly("403 Forbidden", "201 Created");
        assertThat(door.output.produced())
                .singleElement()
                .satisfies(record -> assertThat(record.key()).isEqualTo("p"));
    }

    @Test
    void shouldTellWhatItTakes() throws Exception {
        HttpResponse<String> response =
                door.send(door.request("/metadata").GET().build());

        assertThat(response.statusCode()).isEqualTo(200);
        CapabilityStatement statement = HttpDoor.read(CapabilityStatement.class, response);
        assertThat(statement.getFhirVersion().toCode()).isEqualTo("4.0.1");
        List<String> types = statement.getRestFirstRep().getResource().stream()
                .map(resource -> resource.getType())
                .toList();
        assertThat(types).isEqualTo(FhirTypes.CONTEXT);
    }
}
