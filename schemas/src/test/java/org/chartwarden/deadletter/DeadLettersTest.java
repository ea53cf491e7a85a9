package org.chartwarden.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.chartwarden.deadletter.DeadLetters.Reading;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.model.Stage;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    private static final Reading READING = new Reading("fhir-audit", new byte[0], null);

    private final DeadLetters letters =
            new DeadLetters(Stage.PRODUCERS, Clock.fixed(Instant.parse("2026-03-01T10:00:00.123456Z"), ZoneOffset.UTC));

    @Test
    void shouldKeepTheBytesAndTheReason() {
        DeadLetter letter = letters.ofRecord("file x", "line 7", "not JSON", new byte[] {1, 2}, READING);

        assertThat(letter)
                .isEqualTo(DeadLetter.newBuilder()
                        .setDeadLetterId(letter.getDeadLetterId())
                        .setTime(Instant.parse("2026-03-01T10:00:00.123Z"))
                        .setStage(Stage.PRODUCERS)
                        .setSource("file x")
                        .setPosition("line 7")
                        .setReason("not JSON")
                        .setRaw(ByteBuffer.wrap(new byte[] {1, 2}))
                        .setFeed("fhir-audit")
                        .build());
    }

    @Test
    void shouldGiveTheSameIdToTheSameBytesAtTheSamePlaceOnly() {
        String id = letters.ofRecord("file x", "line 7", "not JSON", new byte[] {1}, READING)
                .getDeadLetterId();

        assertThat(letters.ofRecord("file x", "line 7", "another reason", new byte[] {1}, READING)
                        .getDeadLetterId())
                .isEqualTo(id);
        assertThat(letters.ofRecord("file x", "line 8", "not JSON", new byte[] {1}, READING)
                        .getDeadLetterId())
                .isNotEqualTo(id);
        assertThat(letters.ofRecord("file x", "line 7", "not JSON", new byte[] {2}, READING)
                        .getDeadLetterId())
                .isNotEqualTo(id);
    }

    @Test
    void shouldKeepSinceWhenItHoldsAndTellTheFilesOfTwoDaysApart() {
        Instant written = Instant.parse("2026-02-01T08:00:00.123456Z");

        DeadLetter letter = inFileOf(written);

        assertThat(letter.getAsOf()).isEqualTo(Instant.parse("2026-02-01T08:00:00.123Z"));
        assertThat(inFileOf(written).getDeadLetterId()).isEqualTo(letter.getDeadLetterId());
        assertThat(inFileOf(written.plusSeconds(86_400)).getDeadLetterId()).isNotEqualTo(letter.getDeadLetterId());
    }

    private DeadLetter inFileOf(Instant written) {
        return letters.ofRecord(
                "staff.csv", "row 7", "no user", new byte[] {1}, new Reading("workforce", new byte[0], written));
    }
}
