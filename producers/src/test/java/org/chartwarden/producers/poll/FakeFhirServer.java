package org.chartwarden.producers.poll;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A FHIR server that searches by _lastUpdated, and pages by a number of its own; or lies as it is told. */
final class FakeFhirServer implements AutoCloseable {

    private static final Pattern SEARCH =
            Pattern.compile("/fhir/(\\w+)\\?_lastUpdated=ge(.+)&_sort=_lastUpdated&_count=200");
    private static final Pattern PAGE = Pattern.compile("/fhir/(\\w+)\\?page=(\\d+)&from=(.+)");
    private static final int PAGE_SIZE = 2;

    /** What was asked, without the base. */
    final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    final List<String> tokens = Collections.synchronizedList(new ArrayList<>());
    private final List<Stored> stored = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile Comparator<Stored> order = Comparator.comparing(Stored::changed);
    private volatile HttpHandler lie;

    private record Stored(String type, String id, Instant changed) {
        String json() {
            return "{\"resourceType\":\"%s\",\"id\":\"%s\",\"meta\":{\"versionId\":\"1\",\"lastUpdated\":\"%s\"}}"
                    .formatted(type, id, changed);
        }
    }

    FakeFhirServer() throws IOException {
        this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    FakeFhirServer(HttpServer server) {
        this.server = server;
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/fhir";
    }

    int port() {
        return server.getAddress().getPort();
    }

    void put(String type, String id, Instant changed) {
        stored.add(new Stored(type, id, changed));
    }

    void newestFirst() {
        order = Comparator.comparing(Stored::changed).reversed();
    }

    /** Answers everything from now on; null to be honest again. */
    void lie(HttpHandler lie) {
        this.lie = lie;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        asked.add(path.replace("/fhir/", ""));
        tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        HttpHandler now = lie;
        if (now != null) {
            now.handle(exchange);
        } else {
            honest(exchange);
        }
    }

    /** What it would answer if it did not lie. */
    void honest(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        Matcher search = SEARCH.matcher(path);
        Matcher page = PAGE.matcher(path);
        if (search.matches()) {
            answer(exchange, 200, page(search.group(1), Instant.parse(search.group(2)), 0));
        } else if (page.matches()) {
            answer(exchange, 200, page(page.group(1), Instant.parse(page.group(3)), Integer.parseInt(page.group(2))));
        } else {
            answer(exchange, 400, "{}");
        }
    }

    private String page(String type, Instant from, int number) {
        List<Stored> found = stored.stream()
                .filter(one -> one.type().equals(type) && !one.changed().isBefore(from))
                .sorted(order)
                .toList();
        String link = found.size() <= (number + 1) * PAGE_SIZE
                ? "{\"relation\":\"self\",\"url\":\"x\"}"
                : "{\"relation\":\"self\",\"url\":\"x\"},{\"relation\":\"next\",\"url\":\"%s/%s?page=%d&from=%s\"}"
                        .formatted(url(), type, number + 1, from);
        return searchset(
                link,
                found.stream()
                        .skip((long) number * PAGE_SIZE)
                        .limit(PAGE_SIZE)
                        .map(Stored::json)
                        .toList());
    }

    static String searchset(String links, List<String> resources) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"link\":[%s],\"entry\":[%s]}"
                .formatted(
                        links,
                        resources.stream()
                                .map(resource -> "{\"resource\":" + resource + ",\"search\":{\"mode\":\"match\"}}")
                                .collect(Collectors.joining(",")));
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        if (exchange.getResponseHeaders().getFirst("Content-Type") == null) {
            exchange.getResponseHeaders().set("Content-Type", "application/fhir+json;charset=utf-8");
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
