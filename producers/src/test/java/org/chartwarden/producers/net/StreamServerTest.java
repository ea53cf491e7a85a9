package org.chartwarden.producers.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.chartwarden.producers.source.Origin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamServerTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final StreamLimits LIMITS = StreamLimits.usual(100_000, 4);

    private final RecordingHandler handler = new RecordingHandler();
    private StreamServer server;

    @AfterEach
    void stop() {
        handler.release();
        server.close();
    }

    @Test
    void shouldAnswerInTheOrderOfTheMessages() throws IOException {
        start(LIMITS, handler.hold());
        try (Peer peer = new Peer(server.port())) {
            peer.send("a\nb\nc\n");
            await().until(() -> handler.count() == 3);

            handler.acknowledge(2);
            handler.acknowledge(1);
            handler.acknowledge(0);

            assertThat(List.of(peer.line(), peer.line(), peer.line())).containsExactly("ok a", "ok b", "ok c");
        }
        assertThat(handler.origins())
                .containsExactly(
                        new Origin("test from 127.0.0.1", "message 1"),
                        new Origin("test from 127.0.0.1", "message 2"),
                        new Origin("test from 127.0.0.1", "message 3"));
    }

    @Test
    void shouldTakeNoMoreThanTheWindowUntilItIsAcknowledged() throws IOException {
        start(LIMITS, handler.hold());
        try (Peer peer = new Peer(server.port())) {
            peer.send("1\n2\n3\n4\n5\n6\n");

            await().during(Duration.ofMillis(200)).until(() -> handler.count() == 4);
            handler.acknowledge(0);
            await().during(Duration.ofMillis(200)).until(() -> handler.count() == 5);
            handler.release();

            await().until(() -> handler.count() == 6);
            assertThat(handler.texts()).containsExactly("1", "2", "3", "4", "5", "6");
        }
    }

    @Test
    void shouldMakeTheSenderWaitAndLoseNothing() throws IOException {
        start(LIMITS, handler.hold());
        String line = "x".repeat(9_999) + "\n";
        try (Peer peer = new Peer(server.port())) {
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> peer.send(line.repeat(5_000)));

            await().until(() -> handler.count() == 4);
            await().during(Duration.ofMillis(300)).until(() -> !sent.isDone());
            handler.release();

            for (int message = 0; message < 5_000; message++) {
                assertThat(peer.line()).hasSize(10_002);
            }
            assertThat(sent).isCompleted();
            assertThat(handler.count()).isEqualTo(5_000);
        }
    }

    @Test
    void shouldReadNoFurtherWhileAnswersAreNotFetched() throws IOException {
        start(LIMITS, handler);
        String line = "x".repeat(9_999) + "\n";
        try (Peer peer = new Peer(server.port())) {
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> peer.send(line.repeat(5_000)));

            await().during(Duration.ofMillis(500)).until(() -> !sent.isDone());

            for (int message = 0; message < 5_000; message++) {
                assertThat(peer.line()).hasSize(10_002);
            }
        }
    }

    @Test
    void shouldCloseWhoNeverFetchesAnswersAndKeepWhatCame() throws IOException {
        start(LIMITS.within(Duration.ofMillis(400), Duration.ofMillis(400)), handler);
        String line = "x".repeat(9_999) + "\n";
        try (Peer peer = new Peer(server.port())) {
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> peer.send(line.repeat(5_000)));

            await().until(() -> server.connections() == 0 && handler.count() > 0);

            assertThat(handler.texts().get(0)).hasSize(9_999);
            await().until(sent::isCompletedExceptionally);
        }
    }

    @Test
    void shouldCloseASlowDripWhileOthersGoOn() throws IOException {
        start(LIMITS.within(Duration.ofMillis(300), LONG), handler);
        try (Peer slow = new Peer(server.port());
                Peer other = new Peer(server.port())) {
            slow.send("drip");
            await().until(() -> {
                other.send("x\n");
                assertThat(other.line()).isEqualTo("ok x");
                return handler.reasons().size() == 1;
            });

            assertThat(slow.line()).isEqualTo("ok drip");
            assertThat(slow.line()).isNull();
            other.send("y\n");
            assertThat(other.line()).isEqualTo("ok y");
        }
        assertThat(handler.reasons()).containsExactly("The line has no end");
        assertThat(server.problem()).isEmpty();
    }

    @Test
    void shouldNotBlameTheSenderForOurOwnSlowness() throws IOException {
        start(LIMITS.within(Duration.ofMillis(200), LONG), handler.hold());
        try (Peer peer = new Peer(server.port())) {
            peer.send("1\n2\n3\n4\nbegun");
            await().until(() -> handler.count() == 4);
            await().during(Duration.ofMillis(600)).until(() -> handler.count() == 4);

            handler.release();
            peer.send(" and ended\n");

            await().until(() -> handler.count() == 5);
            assertThat(handler.texts()).endsWith("begun and ended");
            assertThat(handler.reasons()).isEmpty();
        }
    }

    @Test
    void shouldCloseAConnectionThatSleeps() throws IOException {
        start(LIMITS.within(Duration.ofMillis(400), Duration.ofMillis(200)), handler);
        try (Peer peer = new Peer(server.port())) {
            assertThat(peer.line()).isNull();
        }
        await().until(() -> server.connections() == 0);
        assertThat(handler.count()).isZero();
    }

    @Test
    void shouldKeepWhatHadArrivedWhenTheProtocolIsBroken() throws IOException {
        start(LIMITS, handler);
        try (Peer peer = new Peer(server.port())) {
            peer.send("good\n!bad\nmore");

            assertThat(peer.line()).isEqualTo("ok good");
            await().until(() -> handler.count() == 2);
            await().until(() -> server.connections() == 0);
        }
        assertThat(handler.texts()).containsExactly("good", "!bad\nmore");
        assertThat(handler.reasons()).containsExactly("A line must not begin with an exclamation mark");
    }

    @Test
    void shouldCloseAConnectionWhoseMessageDoesNotEnd() throws IOException {
        start(StreamLimits.usual(20_000, 4), handler);
        try (Peer peer = new Peer(server.port())) {
            peer.send("x".repeat(20_001));

            await().until(() -> handler.count() == 1);
            await().until(() -> server.connections() == 0);
        }
        assertThat(handler.texts()).containsExactly("x".repeat(20_001));
        assertThat(handler.reasons()).containsExactly("More than 20,000 bytes came without the end of a message");
    }

    @Test
    void shouldAnswerWhoHasSaidAllAndWaits() throws IOException {
        start(LIMITS, handler.hold());
        try (Peer peer = new Peer(server.port())) {
            peer.send("1\n2\n3\n4\n5\nrest");
            peer.endOutput();
            await().until(() -> handler.count() == 4);

            handler.release();

            assertThat(List.of(peer.line(), peer.line(), peer.line(), peer.line(), peer.line()))
                    .containsExactly("ok 1", "ok 2", "ok 3", "ok 4", "ok 5");
            assertThat(peer.line()).isEqualTo("ok rest");
            assertThat(peer.line()).isNull();
        }
        await().until(() -> server.connections() == 0);
        assertThat(handler.reasons()).containsExactly("The line has no end");
    }

    @Test
    void shouldTakeWhatArrivedFromAPeerThatIsGone() throws IOException {
        start(LIMITS, handler.hold());
        try (Peer peer = new Peer(server.port())) {
            peer.send("1\n2\n3\n4\n5\n6\n");
            await().until(() -> handler.count() == 4);
        }

        handler.release();

        await().until(() -> server.connections() == 0);
        assertThat(handler.texts()).containsExactly("1", "2", "3", "4", "5", "6");
    }

    @Test
    void shouldRefuseAndTellWhenTooManyConnectionsAreOpen() throws IOException {
        start(LIMITS.atMost(1, 400_000), handler);
        try (Peer first = new Peer(server.port())) {
            first.send("1\n");
            assertThat(first.line()).isEqualTo("ok 1");
            try (Peer second = new Peer(server.port())) {
                assertThat(second.line()).isNull();
            }
            first.send("2\n");
            assertThat(first.line()).isEqualTo("ok 2");
        }
        assertThat(server.problem()).contains("connections refused, since 1 are open (1 since the start)");
    }

    @Test
    void shouldGoOnWhenAHandlerIsMistaken() throws IOException {
        start(LIMITS, (message, origin) -> {
            if (message.bytes().length == 3) {
                throw new IllegalStateException("a mistake");
            }
            return message.bytes().length == 4
                    ? CompletableFuture.failedFuture(new IllegalStateException("another one"))
                    : handler.handle(message, origin);
        });
        try (Peer peer = new Peer(server.port())) {
            peer.send("bad\nworse\ngood2\nevil\n1\n");

            assertThat(peer.line()).isEqualTo("ok worse");
            assertThat(peer.line()).isEqualTo("ok good2");
            assertThat(peer.line()).isEqualTo("ok 1");
        }
    }

    @Test
    void shouldFinishWhatIsUnderWayWhenItIsClosed() throws IOException {
        start(LIMITS, handler.hold());
        try (Peer peer = new Peer(server.port())) {
            peer.send("1\n2\n3\n4\n5\n");
            await().until(() -> handler.count() == 4);

            CompletableFuture<Void> closed = CompletableFuture.runAsync(server::close);
            await().during(Duration.ofMillis(200)).until(() -> !closed.isDone());
            handler.release();

            assertThat(List.of(peer.line(), peer.line(), peer.line(), peer.line(), peer.line()))
                    .containsExactly("ok 1", "ok 2", "ok 3", "ok 4", "ok 5");
            assertThat(peer.line()).isNull();
            closed.join();
        }
    }

    @Test
    void shouldSayWhereItCannotListen() {
        start(LIMITS, handler);

        StreamServerConfig taken =
                new StreamServerConfig("second", "127.0.0.1", server.port(), Optional.empty(), LIMITS);

        assertThatThrownBy(() -> StreamServer.start(taken, LineFraming::new, handler))
                .isInstanceOf(ListenException.class)
                .hasMessageStartingWith("second cannot listen on 127.0.0.1:" + server.port());
    }

    private void start(StreamLimits limits, MessageHandler messages) {
        server = StreamServer.start(
                new StreamServerConfig("test", "127.0.0.1", 0, Optional.empty(), limits), LineFraming::new, messages);
    }
}
