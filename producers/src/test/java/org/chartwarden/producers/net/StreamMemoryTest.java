package org.chartwarden.producers.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many connections share one budget of bytes. */
class StreamMemoryTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final int LARGEST = 100_000;

    private final RecordingHandler handler = new RecordingHandler();
    private final List<Peer> peers = new ArrayList<>();
    private StreamServer server;

    @AfterEach
    void stop() throws IOException {
        for (Peer peer : peers) {
            peer.close();
        }
        handler.release();
        server.close();
    }

    @Test
    void shouldHoldTwoThousandConnectionsAtOnce() throws IOException {
        start(StreamLimits.usual(LARGEST, 4));
        for (int number = 0; number < 2_000; number++) {
            peer().send("from " + number);
        }
        await().until(() -> server.connections() == 2_000);

        for (Peer peer : peers) {
            peer.send("\n");
        }

        for (int number = 0; number < 2_000; number++) {
            assertThat(peers.get(number).line()).isEqualTo("ok from " + number);
        }
        assertThat(handler.count()).isEqualTo(2_000);
        assertThat(handler.reasons()).isEmpty();
        assertThat(server.problem()).isEmpty();
    }

    @Test
    void shouldServeSmallMessagesWhileOthersHaveUsedUpTheMemory() throws IOException {
        start(new StreamLimits(LARGEST, 4, LONG, LONG, 100, 4 * LARGEST));
        for (int number = 0; number < 20; number++) {
            peer().send("x".repeat(90_000));
        }
        await().until(() -> server.problem().isPresent());

        Peer small = peer();
        small.send("small\n");

        assertThat(small.line()).isEqualTo("ok small");
        assertThat(server.problem())
                .contains(
                        "reads no further, since unfinished messages and messages under way fill its memory of 400,000 bytes");
        assertThat(server.budget().used()).isLessThan(4 * LARGEST + 20 * 2 * 131_072);
    }

    @Test
    void shouldMakeRoomByClosingTheOnesThatDoNotFinish() throws IOException {
        start(new StreamLimits(LARGEST, 4, Duration.ofMillis(500), LONG, 100, 4 * LARGEST));
        for (int number = 0; number < 20; number++) {
            peer().send("x".repeat(90_000));
        }
        await().until(() -> server.connections() == 0);

        Peer large = peer();
        large.send("y".repeat(90_000) + "\n");

        assertThat(large.line()).hasSize(90_003);
        await().until(() -> server.budget().used() == 0);
        assertThat(server.problem()).isEmpty();
        assertThat(handler.reasons()).hasSize(20).containsOnly("The line has no end");
    }

    @Test
    void shouldSpareWhoWaitsForRoomThatKafkaHolds() throws IOException {
        handler.hold();
        start(new StreamLimits(LARGEST, 4, Duration.ofMillis(300), LONG, 100, 4 * LARGEST));
        for (int number = 1; number <= 3; number++) {
            int expected = number;
            peer().send("x".repeat(90_000) + "\n");
            await().until(() -> handler.count() == expected);
        }
        for (int number = 0; number < 3; number++) {
            peer().send("x".repeat(90_000) + "\n");
        }
        await().until(() -> server.problem().isPresent());
        await().during(Duration.ofMillis(900)).until(() -> handler.reasons().isEmpty());

        handler.release();

        for (Peer peer : peers) {
            assertThat(peer.line()).hasSize(90_003);
        }
        assertThat(handler.count()).isEqualTo(6);
        await().until(() -> server.budget().used() == 0);
    }

    /** A message of one byte takes two kilobytes of the heap. */
    @Test
    void shouldHandOverNoMoreSmallMessagesThanTheMemoryHolds() throws IOException {
        handler.hold();
        start(new StreamLimits(LARGEST, 256, LONG, LONG, 100, 4 * LARGEST));
        for (int number = 0; number < 50; number++) {
            peer().send("x\n".repeat(256));
        }
        await().until(() -> server.problem().isPresent() && handler.count() >= 50);
        await().during(Duration.ofMillis(300)).until(() -> handler.count() <= 4 * LARGEST / UnderWay.OVERHEAD + 50);
        assertThat(server.budget().used()).isLessThan(4 * LARGEST + 50 * 2 * UnderWay.OVERHEAD);

        handler.release();

        for (Peer peer : peers) {
            for (int number = 0; number < 256; number++) {
                assertThat(peer.line()).isEqualTo("ok x");
            }
        }
        await().until(() -> server.budget().used() == 0);
        assertThat(handler.count()).isEqualTo(50 * 256);
    }

    private Peer peer() throws IOException {
        Peer peer = new Peer(server.port());
        peers.add(peer);
        return peer;
    }

    private void start(StreamLimits limits) {
        server = StreamServer.start(
                new StreamServerConfig("test", "127.0.0.1", 0, Optional.empty(), limits), LineFraming::new, handler);
    }
}
