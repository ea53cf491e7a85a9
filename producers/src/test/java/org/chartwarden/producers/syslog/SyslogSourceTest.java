package org.chartwarden.producers.syslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.producers.MemoryOutput;
import org.chartwarden.producers.net.TestKeys;
import org.chartwarden.producers.net.TlsIdentity;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.Source;
import org.chartwarden.producers.source.SourceContext;
import org.chartwarden.service.Counters;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyslogSourceTest {

    private static final String HEADER = "<85>1 2026-03-01T10:00:00Z ehr app - IHE+RFC-3881 - ";
    private static final String TCP = "syslog.tcp.port";
    private static final String TLS = "syslog.tls.port";
    private static final String UDP = "syslog.udp.port";

    @TempDir
    private static Path directory;

    private static Path listener;
    private static Path sender;
    private static Path stranger;

    private final MemoryOutput output = new MemoryOutput();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private List<Source> doors = List.of();

    @BeforeAll
    static void makeCertificates() throws IOException, InterruptedException {
        listener = TestKeys.pkcs12(directory, "listener");
        sender = TestKeys.pkcs12(directory, "sender");
        stranger = TestKeys.pkcs12(directory, "stranger");
    }

    @AfterEach
    void close() {
        output.acknowledgeWith(CompletableFuture.completedFuture(null));
        doors.forEach(Source::close);
    }

    @Test
    void shouldOpenNoDoorThatIsNotAskedFor() {
        start(Map.of());

        assertThat(doors).isEmpty();
    }

    @Test
    void shouldTakeMessagesOverTcpInBothFramings() throws IOException {
        start(Map.of(TCP, "0"));

        try (Socket socket = new Socket("127.0.0.1", port())) {
            write(socket, counted("a") + HEADER + "b\n" + counted("c") + HEADER + "d\n");
            await().until(() -> output.produced().size() == 4);
        }

        assertThat(ids()).containsExactly("a", "b", "c", "d");
        assertThat(output.positions()).containsExactly("message 1", "message 2", "message 3", "message 4");
        assertThat(output.deadLetters()).isEmpty();
        assertThat(counts("syslog-tcp")).isEqualTo(Map.of("received", 4L, "produced", 4L));
    }

    @Test
    void shouldTakeMessagesOverMutualTls() throws IOException {
        Map<String, String> settings = new HashMap<>(TestKeys.settings(listener, sender));
        settings.put(TLS, "0");
        start(settings);

        SSLContext client = TlsIdentity.client(Settings.of(TestKeys.settings(sender, listener)));
        try (Socket socket = client.getSocketFactory().createSocket("127.0.0.1", port())) {
            write(
                    socket,
                    IntStream.range(0, 5_000)
                            .mapToObj(number -> counted("p" + number))
                            .collect(Collectors.joining()));
            await().until(() -> output.produced().size() == 5_000);
        }

        assertThat(ids())
                .isEqualTo(IntStream.range(0, 5_000)
                        .mapToObj(number -> "p" + number)
                        .toList());
        assertThat(doors).extracting(Source::name).containsExactly("syslog-tls");
    }

    @Test
    void shouldTurnAwayWhoHasNoTrustedCertificate() throws IOException {
        Map<String, String> settings = new HashMap<>(TestKeys.settings(listener, sender));
        settings.put(TLS, "0");
        start(settings);

        SSLContext client = TlsIdentity.client(Settings.of(TestKeys.settings(stranger, listener)));
        try (Socket socket = client.getSocketFactory().createSocket("127.0.0.1", port())) {
            assertThatThrownBy(() -> {
                        write(socket, counted("a"));
                        socket.getInputStream().read();
                    })
                    .isInstanceOfAny(IOException.class, UncheckedIOException.class);
        }

        try (Socket socket = new Socket("127.0.0.1", port())) { // not even TLS
            write(socket, counted("b"));
            assertThat(endOf(socket)).isTrue();
        }
        assertThat(output.produced()).isEmpty();
        assertThat(output.deadLetters()).isEmpty();
        assertThat(doors.get(0).problem()).isEmpty();
    }

    @Test
    void shouldTakeEachDatagramForAMessage() throws IOException {
        start(Map.of(UDP, "0"));

        try (DatagramSocket socket = new DatagramSocket()) {
            for (String text : List.of(HEADER + "a", HEADER + "b\n", "no syslog")) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port()));
            }
        }

        await().until(() -> output.positions().size() == 3);
        assertThat(ids()).containsExactlyInAnyOrder("a", "b");
        assertThat(output.deadLetters())
                .extracting(letter -> letter.getSource(), DeadLetter::getFeed)
                .containsExactly(tuple("syslog-udp from 127.0.0.1", "atna"));
    }

    @Test
    void shouldKeepWhatCannotBeReadWholeAndGoOn() throws IOException {
        start(Map.of(TCP, "0"));

        try (Socket socket = new Socket("127.0.0.1", port())) {
            write(socket, HEADER + "A B\n" + HEADER + "mistake\n" + HEADER + "good\n");
            await().until(() -> output.positions().size() == 3);
        }

        assertThat(ids()).containsExactly("good");
        assertThat(output.deadLetters())
                .extracting(SyslogSourceTest::raw)
                .containsExactly(HEADER + "A B", HEADER + "mistake");
        assertThat(output.deadLetters())
                .extracting(DeadLetter::getReason)
                .first()
                .isEqualTo("The id must be made of letters and digits");
        assertThat(counts("syslog-tcp")).isEqualTo(Map.of("received", 3L, "produced", 1L, "dead_lettered", 2L));
    }

    @Test
    void shouldKeepWhatArrivedAndCloseWhenTheFramingIsBroken() throws IOException {
        start(Map.of(TCP, "0"));

        try (Socket socket = new Socket("127.0.0.1", port())) {
            write(socket, HEADER + "a\nGET / HTTP/1.1\r\n\r\n");
            assertThat(endOf(socket)).isTrue();
        }

        assertThat(ids()).containsExactly("a");
        assertThat(output.deadLetters()).extracting(SyslogSourceTest::raw).containsExactly("GET / HTTP/1.1\r\n\r\n");
    }

    @Test
    void shouldKeepTheBeginningOfALineThatDoesNotEndAndGoOnWithOthers() throws IOException {
        start(Map.of(TCP, "0"));
        byte[] mebibyte = new byte[1 << 20];
        Arrays.fill(mebibyte, (byte) 'x');

        try (Socket endless = new Socket("127.0.0.1", port());
                Socket other = new Socket("127.0.0.1", port())) {
            assertThatThrownBy(() -> {
                        endless.getOutputStream().write('<');
                        for (int part = 0; part < 2_048; part++) {
                            endless.getOutputStream().write(mebibyte);
                        }
                    })
                    .isInstanceOfAny(IOException.class, UncheckedIOException.class);
            write(other, counted("other"));
            await().until(() -> !ids().isEmpty());
        }

        long kept = output.deadLetters().stream()
                .mapToLong(letter -> letter.getRaw().remaining())
                .sum();
        assertThat(kept).isBetween(64L << 20, 66L << 20);
        assertThat(output.deadLetters()).hasSize(65);
        assertThat(ids()).containsExactly("other");
    }

    @Test
    void shouldSendAgainUntilKafkaAcknowledges() throws IOException {
        start(Map.of(TCP, "0"));
        output.acknowledgeWith(CompletableFuture.failedFuture(new IllegalStateException("Kafka is away")));

        try (Socket socket = new Socket("127.0.0.1", port())) {
            write(socket, counted("a"));
            await().until(() -> doors.get(0).problem().isPresent());
            output.acknowledgeWith(CompletableFuture.completedFuture(null));
            await().until(() -> doors.get(0).problem().isEmpty());
        }

        assertThat(ids()).hasSizeGreaterThan(1).containsOnly("a");
        await().until(() -> counts("syslog-tcp").equals(Map.of("received", 1L, "produced", 1L)));
    }

    @Test
    void shouldMakeTheSenderWaitForKafkaAndLoseNothing() throws IOException {
        start(Map.of(TCP, "0"));
        CompletableFuture<Void> kafka = new CompletableFuture<>();
        output.acknowledgeWith(kafka);
        String padding = "0".repeat(900);
        List<String> expected = IntStream.range(0, 30_000)
                .mapToObj(number -> "p" + number + padding)
                .toList();

        try (Socket socket = new Socket("127.0.0.1", port())) {
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> write(
                    socket, expected.stream().map(SyslogSourceTest::counted).collect(Collectors.joining())));
            await().during(Duration.ofMillis(500)).until(() -> !sent.isDone());
            assertThat(ids()).hasSizeLessThanOrEqualTo(256);

            output.acknowledgeWith(CompletableFuture.completedFuture(null));
            kafka.complete(null);
            await().until(() -> ids().size() == 30_000);
            sent.join();
        }

        assertThat(ids()).isEqualTo(expected);
    }

    @Test
    void shouldWaitForKafkaWhenItIsClosed() throws IOException {
        start(Map.of(TCP, "0"));
        CompletableFuture<Void> kafka = new CompletableFuture<>();
        output.acknowledgeWith(kafka);
        try (Socket socket = new Socket("127.0.0.1", port())) {
            write(socket, counted("a"));
            await().until(() -> ids().size() == 1);

            CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> doors.forEach(Source::close));
            await().during(Duration.ofMillis(200)).until(() -> !closed.isDone());
            kafka.complete(null);

            closed.join();
        }
        assertThat(counts("syslog-tcp")).isEqualTo(Map.of("received", 1L, "produced", 1L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "syslog.tcp.port=70000 | syslog.tcp.port must be a port: 0 to 65535.",
                "syslog.udp.port=-1 | syslog.udp.port must be a port: 0 to 65535.",
                "syslog.tls.port=0,syslog.tls=none | syslog.tls must be server or mutual; syslog.tcp.port is for syslog"
                        + " without TLS.",
            })
    void shouldNameTheSettingThatIsWrong(String settings, String message) {
        Map<String, String> told = Arrays.stream(settings.split(","))
                .map(setting -> setting.split("="))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));

        assertThatThrownBy(() -> start(told))
                .isInstanceOf(SettingsException.class)
                .hasMessage(message);
    }

    private void start(Map<String, String> settings) {
        SourceContext context = new SourceContext(
                Settings.of(settings),
                Clock.systemUTC(),
                output,
                new Counters(new SimpleMeterRegistry()),
                meters,
                Map.of("atna", new NamesFeed()));
        doors = new ArrayList<>(SyslogSource.start(context));
    }

    private int port() {
        return ((SyslogSource) doors.get(0)).port();
    }

    private List<String> ids() {
        return output.produced().stream().map(Outgoing::key).toList();
    }

    /** What is counted of a source, without what is zero. */
    private Map<String, Long> counts(String source) {
        Map<String, Long> counts = new TreeMap<>();
        for (String name : List.of("received", "produced", "duplicate", "dead_lettered", "ignored")) {
            long count = (long) meters.get("chartwarden_source_" + name)
                    .tag("source", source)
                    .counter()
                    .count();
            if (count > 0) {
                counts.put(name, count);
            }
        }
        return counts;
    }

    private static String counted(String id) {
        String message = HEADER + id;
        return message.length() + " " + message;
    }

    private static String raw(DeadLetter letter) {
        ByteBuffer raw = letter.getRaw().duplicate();
        return StandardCharsets.UTF_8.decode(raw).toString();
    }

    private static void write(Socket socket, String text) {
        try {
            OutputStream bytes = socket.getOutputStream();
            bytes.write(text.getBytes(StandardCharsets.UTF_8));
            bytes.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean endOf(Socket socket) throws IOException {
        try {
            int next = socket.getInputStream().read();
            while (next >= 0) {
                next = socket.getInputStream().read();
            }
        } catch (SocketException reset) {
            return true; // the other side closed before it had read all
        }
        return true;
    }
}
