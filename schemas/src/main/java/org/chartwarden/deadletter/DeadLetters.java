package org.chartwarden.deadletter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
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
     * What a raw record's bytes are read with.
     *
     * @param feed whose reader can read them
     * @param header what stands before them in their file and is needed to read them; empty when nothing is
     * @param asOf since when holds what they say; null when they tell it themselves
     */
    public record Reading(String feed, byte[] header, Instant asOf) {}

    /**
     * The dead letter of a raw record that came through a door. A dead letter's id follows from where the bytes stood,
     * what they were and since when it holds, so that a retry makes the same one, and tomorrow's file of the same name
     * another.
     *
     * @param source a file name, or an address
     * @param position a line, or an entry of a Bundle
     * @param reason what was wrong, where, and what is allowed; must not quote the content
     * @param raw the bytes as they came; empty when there were none
     */
    public DeadLetter ofRecord(String source, String position, String reason, byte[] raw, Reading reading) {
        Instant asOf = reading.asOf() == null ? null : reading.asOf().truncatedTo(ChronoUnit.MILLIS);
        String place = source + "\n" + position + (asOf == null ? "" : "\n" + asOf);
        return begin(place, reason, raw)
                .setSource(source)
                .setPosition(position)
                .setFeed(reading.feed())
                .setHeader(reading.header().length == 0 ? null : ByteBuffer.wrap(reading.header()))
                .setAsOf(asOf)
                .build();
    }

    /**
     * The dead letter of a record of a topic.
     *
     * @param position partition and offset
     * @param key null when the record has none
     */
    public DeadLetter ofTopic(String topic, String position, String reason, byte[] raw, String key) {
        return begin(topic + "\n" + position, reason, raw)
                .setSource(topic)
                .setPosition(position)
                .setKey(key)
                .build();
    }

    private DeadLetter.Builder begin(String place, String reason, byte[] raw) {
        byte[] origin = (stage + "\n" + place + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] identity = ByteBuffer.allocate(origin.length + raw.length)
                .put(origin)
                .put(raw)
                .array();
        return DeadLetter.newBuilder()
                .setDeadLetterId(UUID.nameUUIDFromBytes(identity).toString())
                .setTime(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .setStage(stage)
                .setReason(reason)
                .setRaw(ByteBuffer.wrap(raw));
    }
}
