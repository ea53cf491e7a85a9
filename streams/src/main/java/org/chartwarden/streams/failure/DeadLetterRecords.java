package org.chartwarden.streams.failure;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.chartwarden.deadletter.DeadLetters;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.model.Stage;
import org.chartwarden.serde.SerdeFactory;
import org.chartwarden.service.Counters;
import org.chartwarden.service.Counters.Count;
import org.chartwarden.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the dead letters that Kafka Streams sends in the transaction of the task (KIP-1034), so that a record is either
 * processed or in the dead-letter topic, once.
 */
public final class DeadLetterRecords {

    /** The key under which the handlers find this object in the configuration of Kafka Streams. */
    public static final String CONFIGURATION = "chartwarden.dead-letters";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterRecords.class);
    private static final byte[] NO_BYTES = {};

    /** Read by the global thread. */
    private static final Set<String> GLOBAL = Set.of(
            Topics.WORKFORCE.name(),
            Topics.WATCH_LIST.name(),
            Topics.STANDINGS.name(),
            Topics.HABITS.name(),
            Topics.BASELINES.name());

    private final DeadLetters letters;
    private final Serializer<DeadLetter> serializer;
    private final Counters counters;

    public DeadLetterRecords(SerdeFactory serdes, Clock clock, Counters counters) {
        this.letters = new DeadLetters(Stage.STREAMS, clock);
        this.serializer = serdes.valueSerde(DeadLetter.class).serializer();
        this.counters = counters;
    }

    /**
     * The dead letter of a record that will be skipped. Empty for what every instance reads: that thread has no
     * producer and would die of a dead letter. Nothing is lost: those topics are compacted, and keep the record until its
     * next version.
     *
     * @param reason must not quote the record
     */
    List<ProducerRecord<byte[], byte[]>> of(ErrorHandlerContext where, String reason) {
        String position = "partition " + where.partition() + ", offset " + where.offset();
        if (GLOBAL.contains(where.topic())) {
            LOG.warn("Left where it is, and not used: {}, {}: {}", where.topic(), position, reason);
            return List.of();
        }
        LOG.warn("Dead-lettered: {}, {}: {}", where.topic(), position, reason);
        DeadLetter letter = letters.ofTopic(
                where.topic(),
                position,
                reason,
                Objects.requireNonNullElse(where.sourceRawValue(), NO_BYTES),
                where.sourceRawKey() == null ? null : new String(where.sourceRawKey(), StandardCharsets.UTF_8));
        counters.add(Count.DEAD_LETTERED);
        return List.of(new ProducerRecord<>(
                Topics.DEAD_LETTER.name(),
                letter.getDeadLetterId().getBytes(StandardCharsets.UTF_8),
                serializer.serialize(Topics.DEAD_LETTER.name(), letter)));
    }
}
