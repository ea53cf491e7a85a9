package org.chartwarden.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.chartwarden.service.Counters.Count;
import org.chartwarden.settings.Settings;
import org.junit.jupiter.api.Test;

class ServiceEndpointTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    @SuppressWarnings("try") // The endpoint is only there to be asked over HTTP.
    void shouldTellHealthAndCounts() throws Exception {
        AtomicReference<String> problem = new AtomicReference<>();
        PrometheusMeterRegistry meters = ServiceEndpoint.newMeters();
        Counters counters = new Counters(meters);
        int port = freePort();
        Settings settings = Settings.of(Map.of("service.port", Integer.toString(port)));

        try (ServiceEndpoint endpoint =
                ServiceEndpoint.start(settings, meters, () -> Optional.ofNullable(problem.get()))) {
            counters.add(Count.INDEXED, 3);
            HttpResponse<String> healthy = get(port, "/health");
            problem.set("Elasticsearch does not answer");
            HttpResponse<String> ill = get(port, "/health");
            HttpResponse<String> metrics = get(port, "/metrics");

            assertThat(healthy.statusCode()).isEqualTo(200);
            assertThat(healthy.body()).isEqualTo("ok\n");
            assertThat(ill.statusCode()).isEqualTo(503);
            assertThat(ill.body()).isEqualTo("Elasticsearch does not answer\n");
            assertThat(metrics.body()).contains("chartwarden_indexed_total 3.0\n", "chartwarden_rejected_total 0.0\n");
            assertThat(counters.get(Count.INDEXED)).isEqualTo(3);
        }
    }

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
