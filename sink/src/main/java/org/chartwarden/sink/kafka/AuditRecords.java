package org.chartwarden.sink.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.chartwarden.sink.kafka.ValueReader.UnreadableException;
import org.chartwarden.topic.Topic;

/** Reads the values of several topics. */
public final class AuditRecords {

    private final Map<String, ValueReader<? extends SpecificRecord>> readers = new HashMap<>();

    public AuditRecords(SinkClients clients, List<Topic<?>> topics) {
        topics.forEach(topic -> readers.put(topic.name(), clients.values(topic)));
    }

    /**
     * Waits for the registry as long as it takes.
     *
     * @param record of one of the topics
     * @return null for a tombstone
     * @throws UnreadableException when the bytes are not what the topic promises
     */
    public SpecificRecord read(ConsumerRecord<String, byte[]> record, Patience patience)
            throws UnreadableException, InterruptedException {
        return readers.get(record.topic()).read(record, patience);
    }
}
