package org.chartwarden.producers.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.producers.MemoryOutput;
import org.chartwarden.producers.source.SourceContext;
import org.chartwarden.service.Counters;
import org.chartwarden.settings.Settings;
import org.junit.jupiter.api.Test;

class ViewerLogTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void shouldTakeLinesOverASocketAndSayWhatBecameOfEach() throws IOException {
        MemoryOutput output = new MemoryOutput();
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        SourceContext context =
                new SourceContext(Settings.of(Map.of()), CLOCK, output, new Counters(meters), meters, Map.of());

        List<String> answers;
        try (ViewerLogSource source =
                (ViewerLogSource) ViewerLogSource.start(context, 0).get(0)) {
            answers = send(source.port(), "2026-03-04T10:15:00Z|u1|p1|s1\nnonsense\n");
        }

        assertThat(answers).containsExactly("taken", "refused");
        assertThat(output.produced()).singleElement().satisfies(record -> {
            AccessEvent access = (AccessEvent) record.value();
            assertThat(access.getUserId()).isEqualTo("u1");
            assertThat(access.getPatientId()).isEqualTo("p1");
            assertThat(access.getTime()).isEqualTo(Instant.parse("2026-03-04T10:15:00Z"));
        });
        assertThat(output.deadLetters()).extracting(DeadLetter::getFeed).containsExactly("viewer-log");
        assertThat(output.deadLetters())
                .extracting(DeadLetter::getReason)
                .containsExactly("The line has 1 cells; 4 are required: time, user, patient, study");
    }

    private static List<String> send(int port, String lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(lines.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        }
    }
}
