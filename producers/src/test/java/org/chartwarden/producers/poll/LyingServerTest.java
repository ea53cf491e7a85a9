package org.chartwarden.producers.poll;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LyingServerTest {

    @TempDir
    private Path directory;

    private final FakeFhirServer server = newServer();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stop() {
        end.countDown();
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "301|the server answers 301, which is not followed; set poll.url to where it wants to be asked",
                "400|the server answers 400: it does not understand the search",
                "401|the server answers 401: it does not know the token; see poll.token.file",
                "403|the server answers 403: we may not read this type",
                "410|the server answers 410: the page is gone; the next poll goes on from the last one that was stored",
                "429|the server answers 429: busy, or broken",
            })
    void shouldTellTheStatus(int status, String problem) throws Exception {
        server.lie(exchange -> FakeFhirServer.answer(exchange, status, ""));

        assertThat(problem()).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "30,30", "3600,60", "99999999999999999999,60", "soon,60", "'Sun, 01 Mar 2026 00:00:00 GMT',1"})
    void shouldLeaveTheServerAloneAsItWishes(String retryAfter, int seconds) throws Exception {
        server.lie(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
            FakeFhirServer.answer(exchange, 503, "");
        });
        Polling polling = new Polling(server.url(), directory, Map.of());

        assertThat(polling.turn()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html>|the answer cannot be read: The record is not valid JSON from line 1, column 1 on; one FHIR R4 resource is required",
                "{\"resourceType\":\"Patient\"}|the answer is not a Bundle of type searchset",
                "{\"resourceType\":\"Bundle\",\"type\":\"batch\"}|the answer is not a Bundle of type searchset",
                "[]|the answer cannot be read: The record is not a JSON object; one FHIR R4 resource in JSON is required",
            })
    void shouldTakeOnlySearchResults(String body, String problem) throws Exception {
        server.lie(exchange -> FakeFhirServer.answer(exchange, 200, body));

        assertThat(problem()).isEqualTo(problem);
    }

    @Test
    void shouldTakeNoPageForPeople() throws Exception {
        server.lie(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            FakeFhirServer.answer(exchange, 200, "<html>");
        });

        assertThat(problem()).isEqualTo("the answer's Content-Type is not application/fhir+json");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:1/fhir/Patient?page=1",
        "https://127.0.0.1/fhir/Patient?page=1",
        "//example.org/Patient",
        "mailto:somebody"
    })
    void shouldGoNowhereElse(String link) throws Exception {
        linkingTo(link);

        assertThat(problem()).isEqualTo("the link to the next page leads to another server than poll.url names");
        assertThat(server.asked).hasSize(1);
    }

    @Test
    void shouldNotFollowWhatIsNoLink() throws Exception {
        linkingTo("http://[");

        assertThat(problem()).isEqualTo("the link to the next page is not a URL");
    }

    @Test
    void shouldNotTurnInCircles() throws Exception {
        linkingTo("Patient?page=2");

        assertThat(problem()).isEqualTo("the server's pages lead back to an earlier one");
        assertThat(server.asked).hasSize(2);
    }

    @Test
    void shouldNotFollowEndlessPages() throws Exception {
        server.lie(exchange -> page(exchange, "Patient?page=" + server.asked.size()));

        assertThat(problem()).isEqualTo("the server has more than 5 pages, and does not sort them by _lastUpdated");
        assertThat(server.asked).hasSize(5);
    }

    @Test
    void shouldHangUpOnEndlessPage() throws Exception {
        server.lie(exchange -> {
            begin(exchange);
            try {
                while (true) {
                    exchange.getResponseBody().write(new byte[10_000]);
                }
            } finally {
                exchange.close();
            }
        });

        assertThat(problem()).isEqualTo("a page is longer than 50,000 bytes");
    }

    @Test
    void shouldNotWaitForHalfPage() throws Exception {
        server.lie(exchange -> {
            begin(exchange);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });

        assertThat(problem()).isEqualTo("the answer did not arrive within 1 seconds");
    }

    @Test
    void shouldTellThatNobodyIsThere() throws Exception {
        server.close();

        assertThat(problem()).startsWith("the server could not be reached (java.net.ConnectException");
    }

    private String problem() throws InterruptedException {
        Polling polling = new Polling(server.url(), directory, Map.of());
        polling.turn();
        assertThat(polling.output.positions()).isEmpty();
        return polling.poller.problem().orElse("").replaceFirst("^Patient: ", "");
    }

    private void linkingTo(String link) {
        server.lie(exchange -> page(exchange, link));
    }

    private static void page(HttpExchange exchange, String next) throws IOException {
        FakeFhirServer.answer(
                exchange, 200, FakeFhirServer.searchset("{\"relation\":\"next\",\"url\":\"" + next + "\"}", List.of()));
    }

    private static void begin(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
        exchange.sendResponseHeaders(200, 0);
    }

    private static FakeFhirServer newServer() {
        try {
            return new FakeFhirServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
