package org.chartwarden.producers.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.chartwarden.producers.fhir.Samples;
import org.chartwarden.service.SourceMeter.SourceCount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PollerTest {

    private static final Instant MORNING = Instant.parse("2026-03-04T08:00:00Z");

    @TempDir
    private Path directory;

    private final FakeFhirServer server = newServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldTakeWhatHasChangedOnce() throws Exception {
        patients(5);
        server.put("Patient", "old", Samples.NOW.minus(Duration.ofDays(8)));
        Polling polling = polling(Map.of());

        Duration pause = polling.turn();
        polling.turn();
        server.put("Patient", "p6", MORNING.plusSeconds(600));
        polling.turn();

        assertThat(pause).isEqualTo(Duration.ofMinutes(1));
        assertThat(polling.keys()).containsExactly("p1", "p2", "p3", "p4", "p5", "p6");
        assertThat(server.asked.get(0))
                .isEqualTo("Patient?_lastUpdated=ge2026-02-25T23:59:50Z&_sort=_lastUpdated&_count=200");
        assertThat(server.asked.get(3))
                .isEqualTo("Patient?_lastUpdated=ge2026-03-04T08:04:50Z&_sort=_lastUpdated&_count=200");
        assertThat(polling.poller.problem()).isEmpty();
        assertThat(polling.delivery.meter().get(SourceCount.DUPLICATE)).isEqualTo(2);
        assertThat(polling.delivery.meter().get(SourceCount.RECEIVED)).isEqualTo(8);
        assertThat(polling.delivery.meter().get(SourceCount.PRODUCED)).isEqualTo(6);
    }

    @Test
    void shouldGoOnInTheMiddleAfterRestart() throws Exception {
        patients(5);
        Polling first = polling(Map.of());
        server.lie(exchange -> {
            if (exchange.getRequestURI().getQuery().startsWith("page=2")) {
                FakeFhirServer.answer(exchange, 500, "");
            } else {
                server.honest(exchange);
            }
        });
        first.turn();
        server.lie(null);
        server.asked.clear();

        Polling second = polling(Map.of());
        second.turn();

        assertThat(first.keys()).containsExactly("p1", "p2", "p3", "p4");
        assertThat(first.poller.problem()).contains("Patient: the server answers 500: busy, or broken");
        assertThat(server.asked.get(0)).startsWith("Patient?_lastUpdated=ge2026-03-04T08:03:50Z");
        assertThat(second.keys()).containsExactly("p5");
    }

    @Test
    void shouldNotGoOnBeforeKafkaHasAcknowledged() throws Exception {
        patients(1);
        Polling polling = polling(Map.of());
        polling.output.acknowledgeWith(new CompletableFuture<>());

        Duration pause = polling.turn();

        assertThat(pause).isEqualTo(Duration.ofSeconds(1));
        assertThat(polling.poller.problem()).contains("Patient: Kafka did not acknowledge a page in time");
        polling.output.acknowledgeWith(CompletableFuture.completedFuture(null));
        polling.turn();
        assertThat(polling.keys()).containsExactly("p1", "p1");
        assertThat(polling.poller.problem()).isEmpty();
    }

    @Test
    void shouldMissNothingWhenTheServerDoesNotSort() throws Exception {
        patients(5);
        server.newestFirst();
        Polling first = polling(Map.of());
        server.lie(exchange -> {
            if (exchange.getRequestURI().getQuery().startsWith("page=2")) {
                FakeFhirServer.answer(exchange, 500, "");
            } else {
                server.honest(exchange);
            }
        });
        first.turn();
        server.lie(null);

        Polling second = polling(Map.of());
        second.turn();
        second.turn();

        assertThat(first.keys()).containsExactly("p5", "p4", "p3", "p2");
        assertThat(second.keys()).containsExactlyInAnyOrder("p5", "p4", "p3", "p2", "p1");
    }

    @Test
    void shouldNotFollowClockIntoTheFuture() throws Exception {
        server.put("Patient", "future", Samples.NOW.plus(Duration.ofHours(12)));
        Polling polling = polling(Map.of());

        polling.turn();
        server.put("Patient", "now", Samples.NOW);
        polling.turn();

        assertThat(polling.keys()).containsExactly("future", "now");
    }

    @Test
    void shouldKeepWhatCannotBeRead() throws Exception {
        server.lie(exchange -> FakeFhirServer.answer(
                exchange,
                200,
                FakeFhirServer.searchset(
                        "",
                        java.util.List.of(
                                "{\"resourceType\":\"Patient\",\"id\":\"p\",\"active\":7}",
                                "{\"resourceType\":\"OperationOutcome\"}",
                                "7",
                                "{\"resourceType\":\"Patient\",\"id\":\"q\"}"))));
        Polling polling = polling(Map.of());

        polling.turn();

        assertThat(polling.output.deadLetters())
                .extracting(letter -> letter.getPosition())
                .containsExactly("page 1, entry 1", "page 1, entry 3");
        assertThat(polling.output.deadLetters())
                .extracting(letter -> letter.getSource())
                .containsOnly(server.url() + "/Patient");
        assertThat(polling.keys()).containsExactly("q");
        assertThat(polling.poller.problem()).isEmpty();
    }

    @Test
    void shouldPollAuditEventsToo() throws Exception {
        server.lie(exchange -> FakeFhirServer.answer(
                exchange, 200, FakeFhirServer.searchset("", java.util.List.of(Samples.small("a")))));
        Polling polling = polling(Map.of("poll.types", "AuditEvent"));

        polling.turn();

        assertThat(polling.keys()).containsExactly("pat-1");
    }

    @Test
    void shouldPollTheOtherTypesWhenOneIsUnknown() throws Exception {
        patients(1);
        server.lie(exchange -> {
            if (exchange.getRequestURI().getPath().endsWith("CareTeam")) {
                FakeFhirServer.answer(exchange, 404, "");
            } else {
                server.honest(exchange);
            }
        });
        Polling polling = polling(Map.of("poll.types", "CareTeam, Patient"));

        Duration pause = polling.turn();
        polling.turn();

        assertThat(pause).isEqualTo(Duration.ofMinutes(1));
        assertThat(server.asked.stream().filter(asked -> asked.startsWith("CareTeam")))
                .hasSize(1);
        assertThat(server.asked.stream().filter(asked -> asked.startsWith("Patient")))
                .hasSize(2);
        assertThat(polling.keys()).containsExactly("p1");
        assertThat(polling.poller.problem())
                .contains("CareTeam: the server answers 404: it does not have this type; see poll.types");
    }

    @Test
    void shouldSendTokenAndReadItAnew() throws Exception {
        Path file = Files.writeString(directory.resolve("token"), "one\n");
        Polling polling = polling(Map.of("poll.token.file", file.toString()));

        polling.turn();
        Files.writeString(file, "two");
        polling.turn();
        Files.delete(file);
        polling.turn();

        assertThat(server.tokens).containsExactly("Bearer one", "Bearer two");
        assertThat(polling.poller.problem())
                .contains("Patient: poll.token.file: the file " + file + " could not be read (NoSuchFileException)");
    }

    @Test
    void shouldNotBeginAnewWhenTheMarkCannotBeRead() throws Exception {
        Path file = Files.createDirectories(directory.resolve("poll")).resolve("Patient.mark");
        Files.writeString(file, "yesterday\n");
        Polling polling = polling(Map.of());

        polling.turn();

        assertThat(polling.poller.problem())
                .contains("Patient: the file " + file + " cannot be read; its first line must be the instant from which"
                        + " to go on. When it is deleted, the poll begins anew");
        assertThat(server.asked).isEmpty();
    }

    @Test
    void shouldPauseLongerAfterEachFailure() throws Exception {
        server.lie(exchange -> FakeFhirServer.answer(exchange, 500, ""));
        Polling polling = polling(Map.of("poll.types", "Patient,Encounter"));

        assertThat(new Duration[] {polling.turn(), polling.turn(), polling.turn()})
                .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(server.asked).hasSize(3);
        server.lie(null);
        assertThat(polling.turn()).isEqualTo(Duration.ofMinutes(1));
    }

    private void patients(int count) {
        for (int number = 1; number <= count; number++) {
            server.put("Patient", "p" + number, MORNING.plusSeconds(60L * number));
        }
    }

    private Polling polling(Map<String, String> more) {
        return new Polling(server.url(), directory, more);
    }

    private static FakeFhirServer newServer() {
        try {
            return new FakeFhirServer();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
