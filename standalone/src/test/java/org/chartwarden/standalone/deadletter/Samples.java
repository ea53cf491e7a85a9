package org.chartwarden.standalone.deadletter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.chartwarden.deadletter.DeadLetters;
import org.chartwarden.deadletter.DeadLetters.Reading;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.model.Stage;
import org.chartwarden.serde.TrustedClasses;

/** Dead letters as the parts of Chartwarden write them. */
final class Samples {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOON.plusSeconds(3600), ZoneOffset.UTC);

    static {
        TrustedClasses.ensure();
    }

    private Samples() {}

    static Letters letters(DeadLetter... letters) {
        return visitor -> List.of(letters).forEach(visitor);
    }

    static DeadLetter ofRecord(String position, String content) {
        return ofRecord(position, content, "words", "");
    }

    static DeadLetter ofRecord(String position, String content, String feed, String header) {
        return made(Stage.PRODUCERS, NOON)
                .ofRecord("audit.txt", position, "is wrong", bytes(content), new Reading(feed, bytes(header), null));
    }

    static DeadLetter ofTopic(String topic, String content, String key) {
        return made(Stage.STREAMS, NOON).ofTopic(topic, "partition 0, offset 7", "cannot be read", bytes(content), key);
    }

    static DeadLetter at(Instant time, String position) {
        return made(Stage.PRODUCERS, time)
                .ofRecord("Audit.txt", position, "is wrong", bytes("content"), new Reading("words", new byte[0], null));
    }

    static DeadLetter replayed(DeadLetter letter) {
        return DeadLetter.newBuilder(letter).setReplayedAt(CLOCK.instant()).build();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(ByteBuffer buffer) {
        return StandardCharsets.UTF_8.decode(buffer.duplicate()).toString();
    }

    private static DeadLetters made(Stage stage, Instant time) {
        return new DeadLetters(stage, Clock.fixed(time, ZoneOffset.UTC));
    }
}
