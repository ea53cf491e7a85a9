package org.chartwarden.standalone.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.Patient;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.serde.SerdeFactory;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.standalone.StackException;
import org.chartwarden.topic.Topic;
import org.chartwarden.topic.Topics;

/** Writes a hospital's records into the topics that the topology reads. */
public final class BenchFeed {

    private static final double NANOS = 1e9;

    private final Settings settings;
    private final SerdeFactory serdes;
    private final BenchPeople people;

    public BenchFeed(Settings settings, BenchPeople people) {
        this.settings = settings;
        this.serdes = new SerdeFactory(settings.text(Setting.SERDE_CLASS), settings.serde());
        this.people = people;
    }

    public void context() {
        send(Topics.WORKFORCE, people.workforce(), WorkforceMember::getRecordId);
        send(Topics.PATIENTS, people.patients(), Patient::getPatientId);
        send(Topics.CARE, people.care(), CareEvent::getPatientId);
    }

    /** @param from number of the first access */
    public void accesses(long from, int count) {
        send(Topics.ACCESS, LongStream.range(from, from + count).mapToObj(people::access), AccessEvent::getPatientId);
    }

    /**
     * Accesses that are received as they are sent.
     *
     * @param from number of the first one
     * @param rate how many a second
     * @return when each was received, in milliseconds since 1970
     */
    public long[] paced(long from, double rate, Duration time) {
        long[] received = new long[(int) (rate * time.toSeconds())];
        long begin = System.nanoTime();
        send(
                Topics.ACCESS,
                IntStream.range(0, received.length).mapToObj(index -> {
                    LockSupport.parkNanos(begin + (long) (index / rate * NANOS) - System.nanoTime());
                    received[index] = System.currentTimeMillis();
                    return AccessEvent.newBuilder(people.access(from + index))
                            .setReceivedAt(Instant.ofEpochMilli(received[index]))
                            .build();
                }),
                AccessEvent::getPatientId);
        return received;
    }

    /** Returns when the broker has all of them. */
    private <T extends SpecificRecord> void send(Topic<T> topic, Stream<T> records, Function<T, String> key) {
        Serializer<T> values = serdes.valueSerde(topic.value()).serializer();
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (KafkaProducer<String, T> producer = new KafkaProducer<>(configuration(), new StringSerializer(), values)) {
            records.forEach(record ->
                    producer.send(new ProducerRecord<>(topic.name(), key.apply(record), record), (sent, problem) -> {
                        if (problem != null) {
                            failure.set(problem);
                        }
                    }));
        }
        if (failure.get() != null) {
            throw new StackException(topic.name() + " could not be filled (" + failure.get() + ")", failure.get());
        }
    }

    private Properties configuration() {
        Properties properties = new Properties();
        properties.putAll(settings.kafka());
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 << 10);
        return properties;
    }
}
