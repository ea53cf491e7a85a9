package org.chartwarden.standalone.officer;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.chartwarden.serde.SerdeFactory;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.standalone.StackException;
import org.chartwarden.topic.Topic;

/** Writes the few records that officers make by hand. */
final class OfficerRecords {

    private OfficerRecords() {}

    /** Returns when Kafka has acknowledged it. */
    static <T extends SpecificRecord> void write(Settings settings, Topic<T> topic, String key, T value)
            throws InterruptedException {
        Map<String, Object> configuration = new HashMap<>(settings.kafka());
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        Serializer<T> values = new SerdeFactory(settings.text(Setting.SERDE_CLASS), settings.serde())
                .valueSerde(topic.value())
                .serializer();
        try (KafkaProducer<String, T> producer = new KafkaProducer<>(configuration, new StringSerializer(), values)) {
            producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
        } catch (ExecutionException e) {
            throw new StackException("Kafka did not take the record; nothing is written.", e.getCause());
        }
    }
}
