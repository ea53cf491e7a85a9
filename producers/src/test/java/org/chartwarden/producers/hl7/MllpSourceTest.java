package org.chartwarden.producers.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.producers.MemoryOutput;
import org.chartwarden.producers.net.Frame;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.Source;
import org.chartwarden.producers.source.SourceContext;
import org.chartwarden.service.Counters;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MllpSourceTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int A_WHILE_MILLIS = 300;
    private static final byte[] ADMISSION = Hl7Samples.adt("A01", "PID|||1");

    private final MemoryOutput output = new MemoryOutput();
    private final MllpSource door = start(Map.of());

    private MllpSource start(Map<String, String> more) {
        Settings settings = Settings.of(Map.of("mllp.port", "0")).with(more);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        SourceContext context = new SourceContext(
                settings,
                Clock.systemUTC(),
                output,
                new Counters(meters),
                meters,
                Map.of(Hl7Feed.NAME, new Hl7Feed(settings, Hl7Samples.CLOCK)));
        return (MllpSource) MllpSource.start(context).get(0);
    }

    @AfterEach
    void stop() {
        door.close();
    }

    @Test
    void shouldAcceptWhenKafkaHasIt() throws IOException {
        try (MllpPeer peer = new MllpPeer(door.port())) {
            peer.sendMessage(ADMISSION);

            assertThat(peer.code()).isEqualTo("AA");
        }
        assertThat(output.produced()).extracting(Outgoing::key).isEqualTo(List.of("1"));
        assertThat(output.deadLetters()).isEmpty();
        assertThat(output.positions()).isEqualTo(List.of("message 1"));
        assertThat(door.problem()).isEmpty();
    }

    @Test
    void shouldAnswerOnlyAfterKafkaAndReadNothingBefore() throws IOException {
        CompletableFuture<Void> kafka = new CompletableFuture<>();
        output.acknowledgeWith(kafka);
        try (MllpPeer peer = new MllpPeer(door.port())) {
            peer.sendMessage(ADMISSION);
            peer.sendMessage(Hl7Samples.adt("A01", "PID|||2"));

            assertThat(peer.isSilent(A_WHILE_MILLIS)).isTrue();
            assertThat(output.produced()).hasSize(1);

            kafka.complete(null);
            assertThat(peer.code()).isEqualTo("AA");
            assertThat(peer.code()).isEqualTo("AA");
        }
        assertThat(output.produced()).extracting(Outgoing::key).isEqualTo(List.of("1", "2"));
    }

    @Test
    void shouldRejectWhatKafkaMayNotHave() throws IOException {
        try (MllpPeer peer = new MllpPeer(door.port())) {
            output.acknowledgeWith(CompletableFuture.failedFuture(new IllegalStateException("down")));
            peer.sendMessage(ADMISSION);
            assertThat(peer.answer()).contains("\rMSA|AR|id\r").contains("Send it again.");
            assertThat(door.problem())
                    .hasValueSatisfying(told -> assertThat(told)
                            .startsWith("Kafka has stored no message since ")
                            .endsWith("; their senders are told to send them again"));

            output.acknowledgeWith(CompletableFuture.completedFuture(null));
            peer.sendMessage(ADMISSION);
            assertThat(peer.code()).isEqualTo("AA");
            assertThat(door.problem()).isEmpty();
        }
    }

    @Test
    void shouldSendAwayWhoWaitedTooLongForItsTurn() {
        MllpHandler handler = new MllpHandler(null, null, new Acknowledgements(Hl7Samples.CLOCK), Hl7Samples.CLOCK);

        assertThat(handler.tooLate(Frame.of(ADMISSION)))
                .hasValueSatisfying(answer -> assertThat(text(answer)).contains("\rMSA|AR|id\rERR|||207^"));
    }

    @Test
    void shouldKeepWhatIsWrongAndSaySo() throws IOException {
        byte[] wrong = Hl7Samples.adt("A01", "PID|||1||||soon");
        byte[] unknown = Hl7Samples.message("MSH|^~\\&|A|B|C|D|2026||ORU^R01|id|P|2.5");
        try (MllpPeer peer = new MllpPeer(door.port())) {
            peer.sendMessage(wrong);
            assertThat(peer.answer())
                    .contains("\rMSA|AE|id\rERR||PID^1^7^1|102^")
                    .doesNotContain("soon");
            peer.sendMessage(unknown);
            assertThat(peer.answer()).contains("\rMSA|AR|id\rERR||MSH^1^9^1^1|200^");
        }
        assertThat(output.produced()).isEmpty();
        assertThat(output.deadLetters()).extracting(DeadLetter::getFeed).isEqualTo(List.of("hl7v2", "hl7v2"));
        assertThat(raw()).isEqualTo(List.of(text(wrong), text(unknown)));
    }

    @Test
    void shouldRejectWhatCouldNotEvenBeKept() throws IOException {
        output.acknowledgeWith(CompletableFuture.failedFuture(new IllegalStateException("down")));
        try (MllpPeer peer = new MllpPeer(door.port())) {
            peer.sendMessage(Hl7Samples.message("hello"));

            assertThat(peer.answer()).contains("\rMSA|AR\r").contains("Send it again.");
        }
    }

    @Test
    void shouldAcceptWhatIsNotNeeded() throws IOException {
        try (MllpPeer peer = new MllpPeer(door.port())) {
            peer.sendMessage(Hl7Samples.adt("A20", ""));

            assertThat(peer.code()).isEqualTo("AA");
        }
        assertThat(output.produced()).isEmpty();
        assertThat(output.deadLetters()).isEmpty();
    }

    @Test
    void shouldStaySilentWhereNoAnswerIsWanted() throws IOException {
        try (MllpPeer peer = new MllpPeer(door.port())) {
            peer.sendMessage(Hl7Samples.message("MSH|^~\\&|A|B|C|D|2026||ADT^A01|1|P|2.5|||NE|NE\nPID|||1"));
            peer.sendMessage(Hl7Samples.message("MSH|^~\\&|A|B|C|D|2026||ADT^A01|2|P|2.5|||AL|NE\nPID|||2"));

            assertThat(peer.answer()).contains("\rMSA|CA|2\r");
        }
    }

    @Test
    void shouldKeepHalfMessageOfBrokenConnectionAndGoOn() throws IOException {
        try (MllpPeer peer = new MllpPeer(door.port())) {
            peer.send(new byte[] {MllpFraming.BEGIN, 'M', 'S', 'H', '|'});
        }
        await().atMost(SOON).until(() -> output.deadLetters().size() == 1);
        assertThat(raw()).isEqualTo(List.of("MSH|"));
        shouldAcceptAgain();
    }

    @Test
    void shouldAnswerBlockWithoutEndAndTakeTheNext() throws IOException {
        try (MllpPeer peer = new MllpPeer(door.port())) {
            peer.send(new byte[] {MllpFraming.BEGIN});
            peer.send(ADMISSION);
            peer.sendMessage(ADMISSION);

            assertThat(peer.answer()).contains("\rMSA|AE|id\r").contains("The block has no end");
            assertThat(peer.code()).isEqualTo("AA");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1\r\n\r\n", "MSH|^~\\&|"})
    void shouldAnswerAndCloseOnOtherProtocol(String sent) throws IOException {
        try (MllpPeer peer = new MllpPeer(door.port())) {
            peer.send(sent.getBytes(StandardCharsets.US_ASCII));

            assertThat(peer.code()).isEqualTo("AE");
            assertThat(peer.answer()).isEmpty(); // closed
        }
        assertThat(raw()).isEqualTo(List.of(sent));
        shouldAcceptAgain();
    }

    @Test
    void shouldRefuseMessageLongerThanTheLimitAndGoOn() throws IOException {
        try (MllpPeer peer = new MllpPeer(door.port())) {
            peer.send(new byte[] {MllpFraming.BEGIN});
            peer.send(ADMISSION);
            peer.send(new byte[MllpFraming.LIMIT]);

            assertThat(peer.answer()).contains("\rMSA|AE|id\r").contains("without the end of a message");
        }
        assertThat(output.deadLetters()).hasSize(1);
        assertThat(output.deadLetters().get(0).getRaw().remaining())
                .isBetween(MllpFraming.LIMIT, MllpFraming.LIMIT + ADMISSION.length);
        shouldAcceptAgain();
    }

    @Test
    void shouldServeManySendersAtOnce() throws IOException {
        List<MllpPeer> peers = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            peers.add(new MllpPeer(door.port()));
        }
        for (int number = 0; number < peers.size(); number++) {
            peers.get(number).sendMessage(Hl7Samples.adt("A01", "PID|||" + number));
        }
        for (MllpPeer peer : peers) {
            assertThat(peer.code()).isEqualTo("AA");
            peer.close();
        }
        assertThat(output.produced())
                .extracting(Outgoing::key)
                .doesNotHaveDuplicates()
                .hasSize(200);
    }

    private void shouldAcceptAgain() throws IOException {
        int before = output.produced().size();
        try (MllpPeer peer = new MllpPeer(door.port())) {
            peer.sendMessage(ADMISSION);
            assertThat(peer.code()).isEqualTo("AA");
        }
        assertThat(output.produced()).hasSize(before + 1);
    }

    @Test
    void shouldStayClosedWithoutPort() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        List<Source> doors = MllpSource.start(new SourceContext(
                Settings.of(Map.of()), Clock.systemUTC(), output, new Counters(meters), meters, Map.of()));

        assertThat(doors).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536"})
    void shouldRefuseImpossiblePort(String port) {
        assertThatThrownBy(() -> start(Map.of("mllp.port", port)))
                .isInstanceOf(SettingsException.class)
                .hasMessage("mllp.port must be a port: 0 to 65535.");
    }

    private List<String> raw() {
        return output.deadLetters().stream()
                .map(letter -> StandardCharsets.ISO_8859_1
                        .decode(letter.getRaw().duplicate())
                        .toString())
                .toList();
    }

    private static String text(byte[] message) {
        return new String(message, StandardCharsets.ISO_8859_1);
    }
}
