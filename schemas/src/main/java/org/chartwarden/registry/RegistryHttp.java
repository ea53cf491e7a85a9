package org.chartwarden.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLHandshakeException;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.errors.InterruptException;

/** JSON over HTTP to the first registry that answers. */
final class RegistryHttp {

    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RegistrySettings settings;
    private final HttpClient client;

    /** Which URL answered last. One that is away is not asked first again until the others are away too. */
    private final AtomicInteger preferred = new AtomicInteger();

    RegistryHttp(RegistrySettings settings) {
        this.settings = settings;
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(settings.connectTimeout());
        settings.tls().ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    /**
     * @param path what follows the registry's URL, encoded
     * @param body what to send, or null for nothing
     * @throws SchemaRegistryException when the registry refused, or none answered in all rounds
     * @throws InterruptException when the thread was interrupted; its flag stays set
     */
    JsonNode call(String method, String path, JsonNode body) {
        for (int round = 0; ; round++) {
            try {
                return anyOf(method, path, body);
            } catch (SchemaRegistryException e) {
                if (!e.retriable() || round == settings.maxRetries()) {
                    throw e;
                }
                pause(round);
            }
        }
    }

    private JsonNode anyOf(String method, String path, JsonNode body) {
        SchemaRegistryException failure = null;
        for (int tried = 0; tried < settings.urls().size(); tried++) {
            int index = preferred.get();
            try {
                return send(settings.urls().get(index), method, path, body);
            } catch (SchemaRegistryException e) {
                if (!e.retriable()) {
                    throw e;
                }
                // Another thread may have moved on already: two steps would skip a registry.
                preferred.compareAndSet(index, (index + 1) % settings.urls().size());
                if (failure != null) {
                    e.addSuppressed(failure);
                }
                failure = e;
            }
        }
        throw failure;
    }

    private JsonNode send(URI registry, String method, String path, JsonNode body) {
        URI uri = URI.create(registry + path);
        try {
            HttpResponse<byte[]> response = client.send(request(uri, method, body), BodyHandlers.ofByteArray());
            return answer(response);
        } catch (SSLHandshakeException e) {
            throw SchemaRegistryException.unusable(
                    "The TLS handshake with the schema registry " + registry + " failed (" + e.getMessage()
                            + "): check schema.registry.ssl.*",
                    e);
        } catch (IOException e) {
            throw SchemaRegistryException.unreachable("The schema registry " + registry + " did not answer: " + e, e);
        } catch (InterruptedException e) {
            throw new InterruptException("Interrupted while waiting for the schema registry " + registry, e);
        }
    }

    private HttpRequest request(URI uri, String method, JsonNode body) {
        BodyPublisher content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(settings.readTimeout())
                .header("Accept", CONTENT_TYPE)
                .header("Content-Type", CONTENT_TYPE)
                .method(method, content);
        settings.authorization().map(Password::value).ifPresent(value -> request.header("Authorization", value));
        return request.build();
    }

    private static JsonNode answer(HttpResponse<byte[]> response) throws IOException {
        boolean success = response.statusCode() / 100 == 2;
        try {
            JsonNode json = JSON.readTree(response.body());
            if (success) {
                return json;
            }
            throw refused(response, json);
        } catch (JsonProcessingException e) {
            if (success) {
                throw SchemaRegistryException.unusable(
                        "The answer to " + describe(response) + " is not JSON: is this a schema registry?", e);
            }
            // A proxy's page of HTML; the status says enough.
            throw refused(response, JSON.createObjectNode());
        }
    }

    private static SchemaRegistryException refused(HttpResponse<byte[]> response, JsonNode json) {
        String reason = json.path("message").asText("no reason given");
        return SchemaRegistryException.refused(
                response.statusCode(),
                json.path("error_code").asInt(),
                "The schema registry refused " + describe(response) + ": " + reason);
    }

    private static String describe(HttpResponse<byte[]> response) {
        return response.request().method() + " " + response.request().uri();
    }

    private void pause(int round) {
        Duration doubled = settings.retryWait().multipliedBy(1L << Math.min(round, 20));
        Duration pause = doubled.compareTo(settings.retryMaxWait()) < 0 ? doubled : settings.retryMaxWait();
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            throw new InterruptException("Interrupted before the schema registry was asked again", e);
        }
    }
}
