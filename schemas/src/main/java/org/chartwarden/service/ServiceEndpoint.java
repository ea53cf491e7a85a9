package org.chartwarden.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;

/**
 * What every service answers over HTTP: {@code GET /health} (200 {@code ok}, or 503 and what is wrong) and {@code GET
 * /metrics} (Prometheus text format).
 */
public final class ServiceEndpoint implements AutoCloseable {

    private final HttpServer server;
    private final PrometheusMeterRegistry meters;

    private ServiceEndpoint(HttpServer server, PrometheusMeterRegistry meters) {
        this.server = server;
        this.meters = meters;
    }

    /**
     * Starts to answer.
     *
     * @param problem what is wrong right now, in one sentence; empty when all is well
     * @throws IOException when the address cannot be bound
     */
    public static ServiceEndpoint start(
            Settings settings, PrometheusMeterRegistry meters, Supplier<Optional<String>> problem) throws IOException {
        InetSocketAddress address =
                new InetSocketAddress(settings.text(Setting.SERVICE_HOST), settings.integer(Setting.SERVICE_PORT));
        HttpServer server = HttpServer.create(address, 0);
        ServiceEndpoint endpoint = new ServiceEndpoint(server, meters);
        server.createContext("/health", exchange -> {
            Optional<String> found = problem.get();
            respond(exchange, found.isEmpty() ? 200 : 503, "text/plain", found.orElse("ok") + "\n");
        });
        server.createContext(
                "/metrics", exchange -> respond(exchange, 200, "text/plain; version=0.0.4", meters.scrape()));
        server.start();
        return endpoint;
    }

    /** An empty registry of meters in Prometheus' form. */
    public static PrometheusMeterRegistry newMeters() {
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    }

    private static void respond(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        meters.close();
    }
}
