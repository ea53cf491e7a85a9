package org.chartwarden.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.TopicConfig;

/**
 * One topic of the contract.
 *
 * @param name the topic's name
 * @param value what its records are
 * @param key what its records are keyed by, in words
 * @param retention how long a record is kept after it arrived; {@link Cleanup#COMPACT} topics keep the newest of a key
 *     for ever and say {@link #FOREVER}
 * @param cleanup what happens to old records
 * @param maxMessageBytes the largest record, in bytes
 * @param why what the topic is for, and why it is kept as it is
 */
public record Topic<T extends SpecificRecord>(
        String name, Class<T> value, String key, Cleanup cleanup, Duration retention, int maxMessageBytes, String why) {

    /** The retention of what is never deleted by age. */
    public static final Duration FOREVER = Duration.ofMillis(-1);

    static final int ONE_MEBIBYTE = 1 << 20;

    /** What happens to old records. */
    public enum Cleanup {
        /** Deleted when older than the retention. */
        DELETE(TopicConfig.CLEANUP_POLICY_DELETE),
        /** The newest record of each key stays. */
        COMPACT(TopicConfig.CLEANUP_POLICY_COMPACT);

        private final String policy;

        Cleanup(String policy) {
            this.policy = policy;
        }
    }

    public Topic {
        Objects.requireNonNull(name, "name");
        if (cleanup == Cleanup.COMPACT && !retention.equals(FOREVER)) {
            throw new IllegalArgumentException("topic " + name + ": a compacted topic has no retention");
        }
    }

    /** The subject under which the value's schema is registered (Confluent's TopicNameStrategy). */
    public String subject() {
        return name + "-value";
    }

    /**
     * The topic's configuration for the broker.
     *
     * <p>Timestamps are those of arrival: with event times, the retention would delete a back-fill of last year's
     * accesses as soon as it is written.
     */
    public Map<String, String> configuration() {
        Map<String, String> configuration = new HashMap<>();
        configuration.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup.policy);
        configuration.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
        configuration.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxMessageBytes));
        configuration.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        return configuration;
    }
}
