package org.chartwarden.standalone.check;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.chartwarden.settings.Settings;
import org.chartwarden.topic.Topic;

/** Reads a topic once, from its begin to what is its end at the start, without a consumer group. */
public final class TopicReader {

    private final Settings settings;

    public TopicReader(Settings settings) {
        this.settings = settings;
    }

    /** What a compacted topic says: the newest value of each key, in the keys' order. */
    public <T extends SpecificRecord> Map<String, T> newest(Topic<T> topic) {
        Map<String, T> newest = new TreeMap<>();
        read(topic, entry -> newest.put(entry.key(), entry.value()));
        return newest;
    }

    /** Calls the visitor with every committed record, in each partition's order. */
    public <T extends SpecificRecord> void read(Topic<T> topic, Consumer<ConsumerRecord<String, T>> visitor) {
        try (TopicFollower<T> follower = new TopicFollower<>(settings, topic)) {
            follower.catchUp(visitor);
        }
    }
}
