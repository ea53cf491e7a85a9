package org.chartwarden.producers.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.chartwarden.producers.source.Origin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DatagramServerTest {

    private final RecordingHandler handler = new RecordingHandler();
    private DatagramServer server;

    @AfterEach
    void stop() {
        handler.release();
        server.close();
    }

    @Test
    void shouldTakeEachDatagramForAMessage() throws IOException {
        start(1 << 20);

        send("one\nwith two lines", "", "x".repeat(60_000));

        await().until(() -> handler.count() == 2);
        assertThat(handler.texts()).containsExactlyInAnyOrder("one\nwith two lines", "x".repeat(60_000));
        assertThat(handler.origins())
                .containsExactlyInAnyOrder(
                        new Origin("test from 127.0.0.1", "message 1"), new Origin("test from 127.0.0.1", "message 3"));
        assertThat(server.problem()).isEmpty();
    }

    @Test
    void shouldTellWhatIsLostWhileTheMemoryIsFull() throws IOException {
        handler.hold();
        start(8_000);
        send("x".repeat(1_000), "y".repeat(1_000));
        await().until(() -> handler.count() == 2);

        send("z".repeat(1_000));
        await().until(() -> server.problem().isPresent());
        handler.release();
        await().until(() -> {
            send("again");
            return handler.texts().contains("again");
        });

        assertThat(server.problem())
                .contains("datagrams lost, since the messages under way fill the memory (1 since the start)");
        assertThat(handler.texts()).doesNotContain("z".repeat(1_000));
    }

    @Test
    void shouldFinishWhatIsUnderWayWhenItIsClosed() throws IOException {
        handler.hold();
        start(1 << 20);
        send("one");
        await().until(() -> handler.count() == 1);

        CompletableFuture<Void> closed = CompletableFuture.runAsync(server::close);
        await().during(Duration.ofMillis(200)).until(() -> !closed.isDone());
        handler.release();

        closed.join();
    }

    @Test
    void shouldSayWhereItCannotListen() {
        start(1 << 20);

        assertThatThrownBy(() -> DatagramServer.start("second", "127.0.0.1", server.port(), handler))
                .isInstanceOf(ListenException.class)
                .hasMessageStartingWith("second cannot listen on 127.0.0.1:" + server.port());
    }

    private void start(long memory) {
        server = DatagramServer.start("test", "127.0.0.1", 0, memory, handler);
    }

    private void send(String... texts) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            for (String text : texts) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), server.port()));
            }
        }
    }
}
