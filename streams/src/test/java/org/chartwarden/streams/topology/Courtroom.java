package org.chartwarden.streams.topology;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.chartwarden.model.Alert;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.model.Disposition;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Standing;
import org.chartwarden.serde.SerdeFactory;
import org.chartwarden.service.Counters;
import org.chartwarden.streams.StreamsSettings;
import org.chartwarden.streams.decision.Standings;
import org.chartwarden.streams.failure.DeadLetterRecords;
import org.chartwarden.streams.judge.AlertIds;
import org.chartwarden.streams.judge.JudgeSettings;
import org.chartwarden.streams.rule.RulePack;
import org.chartwarden.topic.Topic;
import org.chartwarden.topic.Topics;

/** The second half of the topology alone: explained accesses come in as they are told. */
final class Courtroom implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    static final Duration GRACE = Duration.ofDays(3);

    private static final String EXPLAINED = "explained-by-patient";

    final Counters counters = new Counters(new SimpleMeterRegistry());
    private final SerdeFactory serdes = new SerdeFactory(
            "org.chartwarden.serde.AvroSerde", Map.of("schema.registry.url", "mock://court-" + System.nanoTime()));
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, ExplainedAccess> explained;
    private final TestOutputTopic<String, ExplainedAccess> accesses;
    private final TestOutputTopic<String, Alert> alerts;
    private final TestOutputTopic<String, DeadLetter> deadLetters;

    Courtroom(Path state, RulePack rules) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        StreamsSettings.guarantee(new DeadLetterRecords(serdes, Clock.systemUTC(), counters), properties);
        // The driver's transactional producer forgets what is sent before a record is processed: dead letters.
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        driver = new TopologyTestDriver(topology(rules), properties, NOW);
        explained = driver.createInputTopic(
                EXPLAINED,
                new StringSerializer(),
                serdes.valueSerde(ExplainedAccess.class).serializer());
        accesses = output(Topics.EXPLAINED);
        alerts = output(Topics.ALERTS);
        deadLetters = output(Topics.DEAD_LETTER);
    }

    private org.apache.kafka.streams.Topology topology(RulePack rules) {
        StreamsBuilder builder = new StreamsBuilder();
        JudgeSettings settings = new JudgeSettings(
                ZoneId.of("Europe/Berlin"), Duration.ofDays(7), GRACE, new AlertIds("a key for the tests only"));
        JudgeTopology judging = new JudgeTopology(settings, () -> rules, serdes, counters);
        judging.addStores(builder);
        judging.judge(
                builder,
                builder.stream(
                        EXPLAINED,
                        Consumed.with(Serdes.String(), serdes.valueSerde(ExplainedAccess.class))
                                .withName("explained")));
        return builder.build();
    }

    /** Sends accesses under their patients' keys, and takes what comes out for them. */
    List<ExplainedAccess> hear(ExplainedAccess... told) {
        for (ExplainedAccess each : told) {
            String patient = each.getAccess().getPatientId();
            hear(patient != null ? patient : each.getAccess().getEventId(), each);
        }
        return accesses.readValuesToList();
    }

    void hear(String key, ExplainedAccess access) {
        explained.pipeInput(key, access, access.getAccess().getTime());
    }

    void decide(Disposition disposition) {
        TestInputTopic<String, Disposition> input = driver.createInputTopic(
                Topics.DISPOSITIONS.name(),
                new StringSerializer(),
                serdes.valueSerde(Disposition.class).serializer());
        input.pipeInput(disposition.getAlertId(), disposition);
    }

    void wait(Duration duration) {
        driver.advanceWallClockTime(duration);
    }

    Standings standings() {
        return new Standings(driver.<String, Standing>getKeyValueStore(Standings.STORE));
    }

    /** How much a store holds. */
    int size(String store) {
        int entries = 0;
        try (KeyValueIterator<String, ?> all =
                driver.<String, SpecificRecord>getKeyValueStore(store).all()) {
            for (; all.hasNext(); all.next()) {
                entries++;
            }
        }
        return entries;
    }

    /** Every revision since the last call. */
    List<Alert> alerts() {
        return alerts.readValuesToList();
    }

    List<ExplainedAccess> accesses() {
        return accesses.readValuesToList();
    }

    List<DeadLetter> deadLetters() {
        return deadLetters.readValuesToList();
    }

    private <T extends SpecificRecord> TestOutputTopic<String, T> output(Topic<T> topic) {
        return driver.createOutputTopic(
                topic.name(),
                new StringDeserializer(),
                serdes.valueSerde(topic.value()).deserializer());
    }

    @Override
    public void close() {
        driver.close();
    }
}
