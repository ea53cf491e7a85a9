package org.chartwarden.streams;

import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.streams.failure.DeadLetterRecords;
import org.chartwarden.streams.failure.DeadLetterUnprocessable;
import org.chartwarden.streams.failure.DeadLetterUnreadable;
import org.chartwarden.streams.topology.BoundedMemory;
import org.chartwarden.topic.Topics;

/** Makes the configuration of Kafka Streams. */
public final class StreamsSettings {

    /** Each commit is a transaction: half a second of delay for several times the throughput of the default, 100 ms. */
    private static final int COMMIT_MILLIS = 500;

    /** What the stores hold back until the next commit: profiles and pairs of several thousand people at work. */
    private static final long CACHE_BYTES = 32L << 20;

    private StreamsSettings() {}

    /**
     * What is only a better default comes first, and a site may set it otherwise with {@code kafka.…}; what the
     * guarantees rest on comes last.
     */
    public static Properties of(Settings settings, DeadLetterRecords deadLetters) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_MILLIS);
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedMemory.class);
        properties.putAll(settings.kafka());
        // A dead letter holds a whole record, and an internal topic an explained access.
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Topics.DEAD_LETTER_BYTES);
        properties.put(
                StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), Topics.EXPLAINED.maxMessageBytes());
        // Internal topics carry event times. By default the broker refuses those an hour ahead of its clock, and one
        // source with a wrong time zone would stop the topology for everybody.
        properties.put(StreamsConfig.topicPrefix(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG), Long.MAX_VALUE);
        place(settings, properties);
        guarantee(deadLetters, properties);
        return properties;
    }

    private static void place(Settings settings, Properties properties) {
        String application = settings.text(Setting.STREAMS_APPLICATION_ID);
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        properties.put(StreamsConfig.CLIENT_ID_CONFIG, application);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.text(Setting.STREAMS_STATE_DIRECTORY));
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.integer(Setting.STREAMS_THREADS));
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, settings.integer(Setting.STREAMS_REPLICATION_FACTOR));
    }

    /** What the topology needs wherever it runs, in its tests too. */
    public static void guarantee(DeadLetterRecords deadLetters, Properties properties) {
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // A name made up by Streams changes with the topology, and its store or topic would be lost by an upgrade.
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterUnreadable.class);
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterUnprocessable.class);
        // For the workforce too, as Kafka 5 will by itself (hence no constant that is not deprecated).
        properties.put("processing.exception.handler.global.enabled", true);
        properties.put(DeadLetterRecords.CONFIGURATION, deadLetters);
    }
}
