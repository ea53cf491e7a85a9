package org.chartwarden.producers.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.chartwarden.producers.source.Origin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Kafka's client blocks, so that messages wait for their turn; and a handler makes a mistake. */
class LateMessageTest {

    /** More than there are threads. */
    private static final int PEERS = 2 * Math.max(2, Runtime.getRuntime().availableProcessors());

    private static final StreamLimits LIMITS =
            StreamLimits.usual(1_000, 1).within(Duration.ofMillis(600), Duration.ofMinutes(1));

    private final List<Peer> peers = new ArrayList<>();
    private final CountDownLatch kafka = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();
    private StreamServer server;

    @AfterEach
    void stop() throws IOException {
        kafka.countDown();
        for (Peer peer : peers) {
            peer.close();
        }
        server.close();
    }

    @Test
    void shouldSendAwayThoseWhoseTurnCameTooLate() throws IOException {
        start(blocking(Optional.of(bytes("again\n"))));

        assertThat(answersAfterAWhile()).containsOnly("stored", "again").contains("again");
        assertThat(begun).hasValue(PEERS / 2);
    }

    @Test
    void shouldHandleHoweverLateWhatItsSenderHasForgotten() throws IOException {
        start(blocking(Optional.empty()));

        assertThat(answersAfterAWhile()).containsOnly("stored");
        assertThat(begun).hasValue(PEERS);
    }

    @Test
    void shouldCloseWhereAMistakeLeftNoAnswer() throws IOException {
        start((message, origin) -> CompletableFuture.failedFuture(new IllegalStateException("a mistake")));

        Peer peer = peer();

        assertThat(peer.line()).isNull();
    }

    private List<String> answersAfterAWhile() throws IOException {
        for (int number = 0; number < PEERS; number++) {
            peer();
        }
        await().until(() -> begun.get() == PEERS / 2 && server.connections() == PEERS);
        await().pollDelay(LIMITS.turnTime().multipliedBy(4)).until(() -> true);
        kafka.countDown();
        List<String> answers = new ArrayList<>();
        for (Peer peer : peers) {
            answers.add(peer.line());
        }
        return answers;
    }

    private MessageHandler blocking(Optional<byte[]> late) {
        return new MessageHandler() {
            @Override
            public CompletableFuture<byte[]> handle(Frame message, Origin origin) {
                begun.incrementAndGet();
                try {
                    kafka.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return CompletableFuture.completedFuture(bytes("stored\n"));
            }

            @Override
            public Optional<byte[]> tooLate(Frame message) {
                return late;
            }
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Peer peer() throws IOException {
        Peer peer = new Peer(server.port());
        peers.add(peer);
        peer.send("x\n");
        return peer;
    }

    private void start(MessageHandler handler) {
        server = StreamServer.start(
                new StreamServerConfig("test", "127.0.0.1", 0, Optional.empty(), LIMITS), LineFraming::new, handler);
    }
}
