package org.chartwarden.deadletter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.model.Stage;

/** Makes dead letters of one stage. */
public final class DeadLetters {

    private final Stage stage;
    private final Clock clock;

    public DeadLetters(Stage stage, Clock clock) {
        this.stage = stage;
        this.clock = clock;
    }

    /**
     * A dead letter. Its id follows from where the bytes stood and what they were, so that a retry makes the same one.
     *
     * @param source a feed and file name, an address, or a topic
     * @param position a line, an entry of a Bundle, or partition and offset
     * @param reason what was wrong, where, and what is allowed; must not quote the content
     * @param raw the bytes as they came; empty when there were none
     */
    public DeadLetter of(String source, String position, String reason, byte[] raw) {
        byte[] origin = (stage + "\n" + source + "\n" + position + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] identity = ByteBuffer.allocate(origin.length + raw.length)
                .put(origin)
                .put(raw)
                .array();
        return DeadLetter.newBuilder()
                .setDeadLetterId(UUID.nameUUIDFromBytes(identity).toString())
                .setTime(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .setStage(stage)
                .setSource(source)
                .setPosition(position)
                .setReason(reason)
                .setRaw(ByteBuffer.wrap(raw))
                .build();
    }
}
