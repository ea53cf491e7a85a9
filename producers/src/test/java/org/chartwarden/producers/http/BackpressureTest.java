package org.chartwarden.producers.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.chartwarden.producers.fhir.Samples;
import org.junit.jupiter.api.Test;

class BackpressureTest {

    private final CompletableFuture<Void> kafka = new CompletableFuture<>();

    @Test
    void shouldTurnAwayWhileTooManyAreUnderWay() throws Exception {
        try (HttpDoor door = door(Duration.ofMinutes(1))) {
            List<CompletableFuture<Integer>> waiting = new ArrayList<>();
            for (int count = 0; count < HttpDoor.limits().requests(); count++) {
                waiting.add(later(door, "w" + count));
            }
            Awaitility.await().until(() -> door.output.produced().size() == waiting.size());

            HttpResponse<String> turnedAway = door.post("/AuditEvent", Samples.small("x"));

            assertThat(turnedAway.statusCode()).isEqualTo(429);
            assertThat(turnedAway.headers().firstValue("Retry-After")).contains("5");
            assertThat(HttpDoor.diagnostics(turnedAway))
                    .isEqualTo("Too many requests are under way. Nothing was taken; send it again later.");
            kafka.complete(null);
            assertThat(waiting).extracting(CompletableFuture::join).containsOnly(201);
            assertThat(door.output.produced()).hasSize(waiting.size());
            assertThat(door.post("/AuditEvent", Samples.small("x")).statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void shouldTurnAwayWhileKafkaIsSlowAndSaySo() throws Exception {
        try (HttpDoor door = door(Duration.ofMillis(50))) {
            CompletableFuture<Integer> waiting = later(door, "w");
            Awaitility.await().until(() -> door.source.problem().isPresent());

            HttpResponse<String> turnedAway = door.post("/AuditEvent", Samples.small("x"));

            assertThat(turnedAway.statusCode()).isEqualTo(429);
            assertThat(door.source.problem())
                    .contains(
                            "Kafka has been storing the oldest request for 0 seconds; new ones are turned away (429)");
            kafka.complete(null);
            assertThat(waiting.join()).isEqualTo(201);
            assertThat(door.source.problem()).isEmpty();
            assertThat(door.output.produced()).hasSize(1);
        }
    }

    @Test
    void shouldTurnAwayWhatDoesNotFitBesideTheOthers() throws Exception {
        try (HttpDoor door = door(Duration.ofMinutes(1))) {
            String large = " ".repeat(900_000) + Samples.small("l");
            CompletableFuture<Integer> first = later(door, large.replace("\"l\"", "\"m\""), "/AuditEvent");
            CompletableFuture<Integer> second = later(door, large, "/AuditEvent");
            Awaitility.await().until(() -> door.output.produced().size() == 2);

            HttpResponse<String> turnedAway = door.post("/AuditEvent", large);

            assertThat(turnedAway.statusCode()).isEqualTo(429);
            assertThat(HttpDoor.diagnostics(turnedAway))
                    .isEqualTo("Too much is being sent at once. Nothing was taken; send it again later.");
            kafka.complete(null);
            assertThat(List.of(first.join(), second.join())).containsOnly(201);
            assertThat(door.post("/AuditEvent", large).statusCode()).isEqualTo(201);
        }
    }

    @Test
    void shouldAnswerTrulyWhatWasTakenBeforeClosing() throws Exception {
        HttpDoor door = door(Duration.ofMinutes(1));
        CompletableFuture<Integer> waiting = later(door, "w");
        Awaitility.await().until(() -> door.output.produced().size() == 1);

        CompletableFuture<Void> closing = CompletableFuture.runAsync(door::close);
        Awaitility.await().pollDelay(Duration.ofMillis(2_200)).until(() -> !closing.isDone());
        kafka.complete(null);

        assertThat(waiting.join()).isEqualTo(201);
        closing.join();
        assertThat(door.source.problem()).contains("The HTTP server does not run");
    }

    /** Kafka stays silent until it is told to acknowledge; that lasts longer than a connection may be idle. */
    private HttpDoor door(Duration slow) {
        HttpLimits small = HttpDoor.limits();
        HttpDoor door = HttpDoor.open(
                Map.of(),
                new HttpLimits(
                        small.bodyBytes(),
                        small.bytesInFlight(),
                        small.requests(),
                        small.connections(),
                        small.arrival(),
                        small.idle(),
                        slow,
                        Duration.ofSeconds(20)));
        door.output.acknowledgeWith(kafka);
        return door;
    }

    private static CompletableFuture<Integer> later(HttpDoor door, String id) {
        return later(door, Samples.small(id), "/AuditEvent");
    }

    private static CompletableFuture<Integer> later(HttpDoor door, String body, String path) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return door.post(path, body).statusCode();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
