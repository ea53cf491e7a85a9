package org.chartwarden.standalone.sink;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.chartwarden.serde.SerdeFactory;
import org.chartwarden.service.Counters;
import org.chartwarden.service.Service;
import org.chartwarden.service.ServiceEndpoint;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.SinkService;
import org.chartwarden.standalone.data.DataDirectory;
import org.chartwarden.standalone.data.Ports;
import org.chartwarden.standalone.process.ManagedProcess;
import org.chartwarden.standalone.stack.EmbeddedStack;
import org.chartwarden.standalone.stack.Progress;
import org.chartwarden.standalone.system.Contract;
import org.chartwarden.topic.Topic;

/** Real servers and the sink in this process, fed by a transactional producer as the topology is one. */
final class SinkBench implements AutoCloseable {

    private static final int ELASTICSEARCH = 2;

    private final DataDirectory data;
    private final EmbeddedStack stack;
    private final Settings settings;
    private final KafkaProducer<String, byte[]> producer;
    private final SerdeFactory serdes;
    private Service sink;

    private SinkBench(DataDirectory data, EmbeddedStack stack, Settings settings) {
        this.data = data;
        this.stack = stack;
        this.settings = settings;
        this.serdes = new SerdeFactory(settings.text(Setting.SERDE_CLASS), settings.serde());
        Map<String, Object> configuration = new HashMap<>(settings.kafka());
        configuration.put("transactional.id", "bench");
        this.producer = new KafkaProducer<>(configuration, new StringSerializer(), new ByteArraySerializer());
        producer.initTransactions();
    }

    /** @param mailPort where the test's own mail server is, or is not */
    static SinkBench start(Path folder, int mailPort) throws InterruptedException {
        DataDirectory data = DataDirectory.open(folder);
        EmbeddedStack stack = EmbeddedStack.start(data, new Ports(data, Map.of()), Progress.NONE);
        Settings settings = Settings.of(Map.of(
                "kafka.bootstrap.servers", stack.bootstrapServers(),
                "serde.schema.registry.url", stack.schemaRegistryUrl().toString(),
                "topics.partitions", "2",
                "topics.replication.factor", "1",
                "elasticsearch.url", stack.elasticsearchUrl().toString(),
                "mail.port", Integer.toString(mailPort),
                "mail.to", "ann@hospital.example, bob@hospital.example"));
        Contract.install(settings);
        return new SinkBench(data, stack, settings);
    }

    Settings settings() {
        return settings;
    }

    ManagedProcess elasticsearch() {
        return stack.processes().get(ELASTICSEARCH);
    }

    void startSink() throws Exception {
        startSink(Map.of());
    }

    /** With other settings than the bench's. */
    void startSink(Map<String, String> changes) throws Exception {
        var meters = ServiceEndpoint.newMeters();
        sink = SinkService.start(settings.with(changes), meters, new Counters(meters));
    }

    void stopSink() {
        if (sink != null) {
            sink.close();
            sink = null;
        }
    }

    Optional<String> problem() {
        return sink.problem();
    }

    /** Returns when the record is committed. */
    <T extends SpecificRecord> void produce(Topic<T> topic, String key, T value) throws Exception {
        try (Serializer<T> serializer = serdes.valueSerde(topic.value()).serializer()) {
            produceBytes(topic, key, serializer.serialize(topic.name(), value));
        }
    }

    void produceBytes(Topic<?> topic, String key, byte[] value) throws ExecutionException, InterruptedException {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
        producer.commitTransaction();
    }

    @Override
    public void close() {
        stopSink();
        producer.close();
        stack.close();
        data.close();
    }
}
