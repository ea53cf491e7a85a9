package org.chartwarden.producers.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.serde.SerdeFactory;
import org.chartwarden.topic.Topic;

/** The configured serde of each topic. */
final class ValueSerializers implements AutoCloseable {

    private final Map<String, Serde<? extends SpecificRecord>> serdes = new HashMap<>();

    ValueSerializers(SerdeFactory factory, List<Topic<? extends SpecificRecord>> topics) {
        topics.forEach(topic -> serdes.put(topic.name(), factory.valueSerde(topic.value())));
    }

    @SuppressWarnings("unchecked") // Each topic's serde was made for the type of its values.
    <T extends SpecificRecord> byte[] serialize(Outgoing<T> record) {
        Serde<T> serde = (Serde<T>) serdes.get(record.topic().name());
        return serde.serializer().serialize(record.topic().name(), record.value());
    }

    @Override
    public void close() {
        serdes.values().forEach(Serde::close);
    }
}
