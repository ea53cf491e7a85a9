package org.chartwarden.producers.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.chartwarden.producers.fhir.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BodyLimitsTest {

    private static final int LIMIT = HttpDoor.limits().bodyBytes();

    private final HttpDoor door = HttpDoor.open(Map.of());

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void shouldInflate() throws Exception {
        HttpResponse<String> response = gzipped(gzip(Samples.utf8(Samples.small("a"))));

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(door.output.produced()).hasSize(1);
    }

    @Test
    void shouldTakeChunks() throws Exception {
        byte[] body = Samples.utf8(Samples.small("a"));

        HttpResponse<String> response = door.send(door.request("/AuditEvent")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body)))
                .build());

        assertThat(response.statusCode()).isEqualTo(201);
    }

    @Test
    void shouldTakeNoBodyBeyondTheLimit() throws Exception {
        HttpResponse<String> response = door.post("/AuditEvent", " ".repeat(LIMIT + 1));

        assertThat(response.statusCode()).isEqualTo(413);
        assertNothingTakenAndDoorOpen();
    }

    @Test
    void shouldTakeNoChunksBeyondTheLimit() throws Exception {
        HttpResponse<String> response = door.send(door.request("/AuditEvent")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(new byte[LIMIT + 1])))
                .build());

        assertThat(response.statusCode()).isEqualTo(413);
        assertNothingTakenAndDoorOpen();
    }

    @Test
    void shouldNotInflateBomb() throws Exception {
        byte[] bomb = gzip(new byte[64 << 20]);
        assertThat(bomb.length).isLessThan(LIMIT);

        HttpResponse<String> response = gzipped(bomb);

        assertThat(response.statusCode()).isEqualTo(413);
        assertNothingTakenAndDoorOpen();
    }

    @Test
    void shouldNotFollowEndlessEmptyMembers() throws Exception {
        byte[] empty = gzip(new byte[0]);
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (int count = 0; count < 20_000; count++) {
            members.writeBytes(empty);
        }

        HttpResponse<String> response = gzipped(members.toByteArray());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(HttpDoor.diagnostics(response))
                .isEqualTo("The body is not a whole gzip stream. Nothing was taken; send it again.");
        assertNothingTakenAndDoorOpen();
    }

    @Test
    void shouldNotTakeHalfGzip() throws Exception {
        byte[] whole = gzip(Samples.utf8(Samples.small("a")));

        HttpResponse<String> response = gzipped(Arrays.copyOf(whole, whole.length - 4));

        assertThat(response.statusCode()).isEqualTo(400);
        assertNothingTakenAndDoorOpen();
    }

    @Test
    void shouldEndPatienceWithSlowBody() throws Exception {
        try (Socket socket = socket()) {
            CompletableFuture<Void> drip = drip(socket, """
                    POST /AuditEvent HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: application/json\r
                    Content-Length: 100000\r
                    \r
                    """, "1");

            assertThat(answer(socket)).startsWith("HTTP/1.1 408 ");
            drip.join();
        }
        assertNothingTakenAndDoorOpen();
    }

    @Test
    void shouldEndPatienceWithSilentBody() throws Exception {
        try (Socket socket = socket()) {
            socket.getOutputStream().write("""
                    POST /AuditEvent HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: application/json\r
                    Content-Length: 100000\r
                    \r
                    {""".getBytes(StandardCharsets.US_ASCII));

            assertThat(answer(socket)).startsWith("HTTP/1.1 408 ");
        }
        assertNothingTakenAndDoorOpen();
    }

    @Test
    void shouldEndPatienceWithSlowHeader() throws Exception {
        try (Socket socket = socket()) {
            CompletableFuture<Void> drip = drip(socket, "POST /AuditEvent HTTP/1.1\r\nHost: ", "x");

            assertThat(answer(socket)).isBlank();
            drip.join();
        }
        assertNothingTakenAndDoorOpen();
    }

    @Test
    void shouldNotTakeWhatBreaksOff() throws Exception {
        try (Socket socket = socket()) {
            socket.getOutputStream().write("""
                    POST /AuditEvent HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: application/json\r
                    Content-Length: 100\r
                    \r
                    {""".getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();

            assertThat(answer(socket)).startsWith("HTTP/1.1 400 ");
        }
        assertNothingTakenAndDoorOpen();
    }

    @Test
    void shouldKeepResourceBeyondTheLimitUnread() throws Exception {
        HttpLimits small = HttpDoor.limits();
        HttpLimits usual = HttpLimits.usual();
        HttpLimits roomy = new HttpLimits(
                usual.bodyBytes(),
                usual.bytesInFlight(),
                small.requests(),
                small.connections(),
                usual.arrival(),
                usual.idle(),
                usual.slow(),
                usual.patience());
        String large = " ".repeat(BoundedReading.RESOURCE_BYTES) + Samples.small("a");
        try (HttpDoor wide = HttpDoor.open(Map.of(), roomy)) {
            HttpResponse<String> response = wide.post("/AuditEvent", large);

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(wide.output.deadLetters()).singleElement().satisfies(letter -> {
                assertThat(letter.getReason()).isEqualTo("The resource is longer than 4,194,304 bytes");
                assertThat(letter.getRaw().array()).isEqualTo(Samples.utf8(large));
            });
            assertThat(wide.output.produced()).isEmpty();
        }
    }

    private void assertNothingTakenAndDoorOpen() throws Exception {
        assertThat(door.output.positions()).isEmpty();
        assertThat(door.post("/AuditEvent", Samples.small("z")).statusCode()).isEqualTo(201);
        assertThat(door.output.produced()).hasSize(1);
    }

    private Socket socket() throws IOException {
        Socket socket = new Socket("127.0.0.1", door.source.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** What comes until the server closes the connection; empty when it just closes it. */
    private static String answer(Socket socket) throws IOException {
        InputStream input = socket.getInputStream();
        byte[] begin = new byte[12];
        try {
            return new String(begin, 0, input.readNBytes(begin, 0, begin.length), StandardCharsets.US_ASCII) + " ";
        } catch (java.net.SocketException closed) {
            return "";
        }
    }

    /** Sends a byte every 50 ms, until the server has had enough. */
    private static CompletableFuture<Void> drip(Socket socket, String begin, String drop) throws IOException {
        OutputStream output = socket.getOutputStream();
        output.write(begin.getBytes(StandardCharsets.US_ASCII));
        return CompletableFuture.runAsync(() -> Awaitility.await()
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(10))
                .until(() -> {
                    try {
                        output.write(drop.getBytes(StandardCharsets.US_ASCII));
                        return false;
                    } catch (IOException closed) {
                        return true;
                    }
                }));
    }

    private HttpResponse<String> gzipped(byte[] body) throws Exception {
        return door.send(door.request("/AuditEvent")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }
}
