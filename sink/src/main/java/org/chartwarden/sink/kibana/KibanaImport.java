package org.chartwarden.sink.kibana;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.chartwarden.sink.kafka.Patience;
import org.chartwarden.sink.kafka.UnavailableException;

/** Puts the objects into a Kibana by its saved objects API, after it has started. */
public final class KibanaImport {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(1);
    private static final int UNAVAILABLE = 503;

    private final KibanaSettings settings;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    public KibanaImport(KibanaSettings settings) {
        this.settings = settings;
    }

    /**
     * @param wait how long a Kibana may take to start
     * @throws KibanaException when it does not start in that time, or does not take the file as a whole
     */
    public ImportResult run(String ndjson, Duration wait) throws InterruptedException {
        awaitStart(Instant.now().plus(wait));
        String boundary = "chartwarden-" + UUID.randomUUID();
        HttpRequest request = to(settings.importing())
                .header("kbn-xsrf", "true") // Kibana refuses what a browser could be tricked into sending
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(form(boundary, ndjson)))
                .build();
        try {
            return ImportResult.of(body(client.send(request, BodyHandlers.ofString())));
        } catch (IOException e) {
            throw new KibanaException("Kibana at " + settings.url() + " broke off the import: " + e.getMessage(), e);
        }
    }

    private void awaitStart(Instant deadline) throws InterruptedException {
        HttpRequest request = to(settings.status()).GET().build();
        new Patience(new AtomicReference<>()).insist(() -> {
            String problem = problemOf(request);
            if (problem.isEmpty()) {
                return null;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new KibanaException(problem);
            }
            throw new UnavailableException(problem);
        });
    }

    /** Why it cannot be used yet; empty when it can. What waiting does not mend is thrown. */
    private String problemOf(HttpRequest request) throws InterruptedException {
        String kibana = "Kibana at " + settings.url();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() == UNAVAILABLE) {
                return kibana + " is there but not ready (503).";
            }
            body(answer);
            return "";
        } catch (IOException e) {
            return kibana + " does not answer: " + e.getClass().getSimpleName() + ".";
        }
    }

    private HttpRequest.Builder to(URI address) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(address).timeout(ANSWER);
        settings.authorization().ifPresent(value -> builder.header("Authorization", value));
        return builder;
    }

    /** The file must be named .ndjson: Kibana goes by that. */
    private static String form(String boundary, String ndjson) {
        return "--" + boundary + "\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"chartwarden.ndjson\"\r\n"
                + "Content-Type: application/ndjson\r\n\r\n"
                + ndjson + "\r\n--" + boundary + "--\r\n";
    }

    private JsonNode body(HttpResponse<String> answer) {
        String kibana = "Kibana at " + settings.url() + " ";
        return switch (answer.statusCode()) {
            case 200 -> parse(answer.body());
            case 401 ->
                throw new KibanaException(
                        kibana + "does not know this user (401): look at kibana.username and kibana.password.");
            case 403 ->
                throw new KibanaException(kibana + "does not let this user import saved objects (403):"
                        + " it needs the privilege Saved Objects Management (all) in the space.");
            case 404 ->
                throw new KibanaException(kibana + "has no such page (404): look at the address, its base path"
                        + " (server.basePath) and the space.");
            default -> throw new KibanaException(kibana + "answered " + answer.statusCode() + message(answer.body()));
        };
    }

    private JsonNode parse(String body) {
        try {
            return Json.parse(body);
        } catch (JsonProcessingException e) {
            throw new KibanaException(settings.url() + " answered with something other than JSON: no Kibana?", e);
        }
    }

    /** Kibana's errors carry a sentence; a proxy's do not. */
    private static String message(String body) {
        try {
            return ": " + Json.parse(body).path("message").asText("without a reason");
        } catch (JsonProcessingException e) {
            return " without a reason";
        }
    }
}
