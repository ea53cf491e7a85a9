package org.chartwarden.sink.kibana;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers as Kibana's API reference says that Kibana does, below the base path {@code /base}. */
final class KibanaServer implements AutoCloseable {

    private static final String STARTED = "{\"status\":{\"overall\":{\"level\":\"available\"}}}";
    private static final String NOT_YET = "{\"status\":{\"overall\":{\"level\":\"unavailable\"}}}";

    private final HttpServer server;
    private final List<Request> imports = new CopyOnWriteArrayList<>();
    private final AtomicInteger statusQuestions = new AtomicInteger();
    private volatile int unavailable;
    private volatile int status = 200;
    private volatile String answer = "{\"success\":true,\"successCount\":0,\"warnings\":[]}";

    /** What was sent. */
    record Request(String path, Headers headers, String body) {

        String header(String name) {
            return headers.getFirst(name);
        }
    }

    KibanaServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/base/api/status", exchange -> {
            boolean started = statusQuestions.incrementAndGet() > unavailable;
            reply(exchange, started ? 200 : 503, started ? STARTED : NOT_YET);
        });
        server.createContext("/base/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            imports.add(new Request(exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body));
            reply(exchange, status, answer);
        });
        server.start();
    }

    /** Answers so often with 503 before. */
    void startsAfter(int questions) {
        unavailable = questions;
    }

    void answersImports(int status, String body) {
        this.status = status;
        this.answer = body;
    }

    String url() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + "/base";
    }

    int questionsForStatus() {
        return statusQuestions.get();
    }

    List<Request> imports() {
        return imports;
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
