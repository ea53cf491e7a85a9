package org.chartwarden.producers.http;

import ca.uhn.fhir.context.FhirContext;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chartwarden.producers.MemoryOutput;
import org.chartwarden.producers.fhir.FhirFeed;
import org.chartwarden.producers.fhir.Samples;
import org.chartwarden.producers.source.Feed;
import org.chartwarden.producers.source.SourceContext;
import org.chartwarden.serde.TrustedClasses;
import org.chartwarden.service.Counters;
import org.chartwarden.settings.Settings;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationOutcome;

/** The door with memory behind it, and a client before it. */
final class HttpDoor implements AutoCloseable {

    static {
        TrustedClasses.ensure();
    }

    static final String FHIR_JSON = "application/fhir+json";

    final MemoryOutput output = new MemoryOutput();
    final FhirHttpSource source;
    private final HttpClient client;

    private HttpDoor(Map<String, String> settings, HttpLimits limits, HttpClient client) {
        Map<String, String> all = new TreeMap<>(settings);
        all.put("http.port", "0");
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Map<String, Feed> feeds = FhirFeed.all(Samples.CLOCK, ZoneOffset.UTC).stream()
                .collect(Collectors.toMap(Feed::name, Function.identity()));
        this.source = FhirHttpSource.start(
                new SourceContext(Settings.of(all), Samples.CLOCK, output, new Counters(meters), meters, feeds),
                limits);
        this.client = client;
    }

    /** Small enough that a test sees each limit at once. */
    static HttpLimits limits() {
        return new HttpLimits(
                1 << 20,
                2 << 20,
                4,
                20,
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofMillis(300));
    }

    static HttpDoor open(Map<String, String> settings) {
        return open(settings, limits());
    }

    static HttpDoor open(Map<String, String> settings, HttpLimits limits) {
        return open(settings, limits, HttpClient.newHttpClient());
    }

    static HttpDoor open(Map<String, String> settings, HttpLimits limits, HttpClient client) {
        return new HttpDoor(settings, limits, client);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + source.port() + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", FHIR_JSON);
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path).POST(BodyPublishers.ofString(body)).build());
    }

    HttpResponse<String> put(String path, String body) throws IOException, InterruptedException {
        return send(request(path).PUT(BodyPublishers.ofString(body)).build());
    }

    static <T extends IBaseResource> T read(Class<T> type, HttpResponse<String> response) {
        return FhirContext.forR4Cached().newJsonParser().parseResource(type, response.body());
    }

    static String diagnostics(HttpResponse<String> response) {
        return read(OperationOutcome.class, response).getIssueFirstRep().getDiagnostics();
    }

    @Override
    public void close() {
        source.close();
    }
}
