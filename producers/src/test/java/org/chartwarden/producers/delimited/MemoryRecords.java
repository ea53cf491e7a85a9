package org.chartwarden.producers.delimited;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.topic.Topic;

/** Remembers the newest of each key, as a compacted topic does. */
final class MemoryRecords implements KnownRecords {

    private final Map<String, Outgoing<?>> newest = new TreeMap<>();

    void put(Outgoing<?> record) {
        newest.put(record.key(), record);
    }

    @Override
    public <T extends SpecificRecord> Collection<T> newest(Topic<T> topic, String prefix) {
        return newest.values().stream()
                .filter(record -> record.topic() == topic && record.key().startsWith(prefix))
                .map(record -> topic.value().cast(record.value()))
                .toList();
    }
}
