package org.chartwarden.standalone.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.chartwarden.service.SourceMeter.SourceCount;
import org.chartwarden.standalone.StackException;

/** What the producers say that Kafka has acknowledged. */
final class Taken {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long PAUSE_MILLIS = 2;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI metrics;

    /** @param metrics of the producers' service */
    Taken(URI metrics) {
        this.metrics = metrics;
    }

    /** Since the service's start; 0 for a source that has taken nothing. */
    long count(String source) throws IOException, InterruptedException {
        String prefix = SourceCount.PRODUCED.metric() + "_total{source=\"" + source + "\"} ";
        return http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofLines())
                .body()
                .filter(line -> line.startsWith(prefix))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(prefix.length())))
                .sum();
    }

    /** @throws StackException when it takes too long: something was lost */
    void await(String source, long count) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (count(source) < count) {
            if (Instant.now().isAfter(deadline)) {
                throw new StackException("Of what was sent to " + source + ", something did not arrive");
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }
}
