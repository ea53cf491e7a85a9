package org.chartwarden.producers.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaitingFilesTest {

    private Instant now = Instant.parse("2026-03-04T08:00:00Z");
    private final WaitingFiles waiting = new WaitingFiles(new Ticking());

    @TempDir
    private Path folder;

    @Test
    void shouldBeBehindByTheOldestFileThatStillLiesThere() throws IOException {
        Path first = Files.createFile(folder.resolve("first"));
        Path second = Files.createFile(folder.resolve("second"));
        assertThat(waiting.behind()).isZero();
        waiting.look(List.of(first));
        now = now.plusSeconds(60);
        waiting.look(List.of(first, second));
        now = now.plusSeconds(1);
        assertThat(waiting.behind()).isEqualTo(Duration.ofSeconds(61));

        waiting.gone(first);

        assertThat(waiting.behind()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void shouldForgetFileThatItsSenderTookAway() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        waiting.look(List.of(file));
        waiting.look(List.of());
        now = now.plusSeconds(60);

        assertThat(waiting.behind()).isZero();
        assertThat(waiting.look(List.of(file))).isEmpty();
    }

    /** Says what the test says. */
    private final class Ticking extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
