package org.chartwarden.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.chartwarden.standalone.StackException;

/** Posts batch Bundles of AuditEvents, as an EHR would. Not for use by several threads. */
final class FhirClient {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final URI base;
    private long accepted;
    private long refused;

    FhirClient(URI base) {
        this.base = base;
    }

    /** @return the number of entries that were answered */
    int post(String bundle) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base)
                .timeout(PATIENCE)
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(bundle))
                .build();
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new StackException(
                    "The listener at " + base + " answered " + response.statusCode() + " to a Bundle.");
        }
        JsonNode entries = json.readTree(response.body()).path("entry");
        for (JsonNode entry : entries) {
            if (entry.path("response").path("status").asText().startsWith("201")) {
                accepted++;
            } else {
                refused++;
            }
        }
        return entries.size();
    }

    long accepted() {
        return accepted;
    }

    long refused() {
        return refused;
    }
}
