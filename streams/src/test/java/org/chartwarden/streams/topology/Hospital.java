package org.chartwarden.streams.topology;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Alert;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.model.Disposition;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Habit;
import org.chartwarden.model.Patient;
import org.chartwarden.model.WatchEntry;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.serde.SerdeFactory;
import org.chartwarden.service.Counters;
import org.chartwarden.streams.StreamsSettings;
import org.chartwarden.streams.access.Duplicates;
import org.chartwarden.streams.explain.ExplanationConfig;
import org.chartwarden.streams.failure.DeadLetterRecords;
import org.chartwarden.streams.judge.AlertIds;
import org.chartwarden.streams.rule.RulePack;
import org.chartwarden.topic.Headers;
import org.chartwarden.topic.Topic;
import org.chartwarden.topic.Topics;

/** The topology under test, with its topics as a hospital would speak of them. */
final class Hospital implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    static final AlertIds ALERT_IDS = new AlertIds("a key for the tests only");

    static final TopologyConfig CONFIG = new TopologyConfig(
            Duration.ofDays(7), Duration.ofDays(3), ExplanationConfig.builtIn(), ZoneId.of("Europe/Berlin"), ALERT_IDS);

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Counters counters = new Counters(meters);
    private final SerdeFactory serdes = new SerdeFactory(
            "org.chartwarden.serde.AvroSerde", Map.of("schema.registry.url", "mock://topology-" + System.nanoTime()));
    private final TopologyTestDriver driver;
    private final TestOutputTopic<String, ExplainedAccess> accesses;
    private final TestOutputTopic<String, Alert> alerts;
    private final TestOutputTopic<String, DeadLetter> deadLetters;
    private final TestOutputTopic<String, Habit> habits;

    Hospital(Path state, RulePack rules) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        StreamsSettings.guarantee(new DeadLetterRecords(serdes, Clock.systemUTC(), counters), properties);
        // The driver's transactional producer forgets what is sent before a record is processed: dead letters.
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        driver = new TopologyTestDriver(
                new ChartwardenTopology(CONFIG, () -> rules, serdes, counters, Duplicates.countedIn(meters)).get(),
                properties);
        accesses = output(Topics.EXPLAINED);
        alerts = output(Topics.ALERTS);
        deadLetters = output(Topics.DEAD_LETTER);
        habits = output(Topics.HABITS);
    }

    void patient(Patient patient) {
        input(Topics.PATIENTS).pipeInput(patient.getPatientId(), patient);
    }

    void care(CareEvent care) {
        input(Topics.CARE).pipeInput(care.getPatientId(), care);
    }

    void staff(WorkforceMember member) {
        input(Topics.WORKFORCE).pipeInput(member.getRecordId(), member);
    }

    void watch(WatchEntry entry) {
        input(Topics.WATCH_LIST).pipeInput(entry.getEntryId(), entry);
    }

    void staffLeft(String recordId) {
        input(Topics.WORKFORCE).pipeInput(recordId, null);
    }

    /** Whatever it is. */
    void tell(SpecificRecord fact) {
        if (fact instanceof AccessEvent access) {
            send(access);
        } else if (fact instanceof CareEvent care) {
            care(care);
        } else if (fact instanceof Patient patient) {
            patient(patient);
        } else if (fact instanceof WorkforceMember member) {
            staff(member);
        } else if (fact instanceof WatchEntry entry) {
            watch(entry);
        } else {
            throw new IllegalArgumentException("no feed brings a " + fact.getClass());
        }
    }

    /** The patient's record was merged into another one. */
    void merge(String patientId, String into) {
        patient(Patient.newBuilder().setPatientId(patientId).setReplacedBy(into).build());
    }

    void disposition(Disposition disposition) {
        input(Topics.DISPOSITIONS).pipeInput(disposition.getAlertId(), disposition);
    }

    void habit(Habit habit) {
        char end = '\0';
        String key = habit.getKind().name() + end + habit.getGroup() + end + habit.getDepartment();
        input(Topics.HABITS).pipeInput(key, habit);
    }

    /** Lets the time of the machine go by. */
    void advanceWallClock(Duration duration) {
        driver.advanceWallClockTime(duration);
    }

    /** Takes the revisions of accesses that came out without one being sent. */
    List<ExplainedAccess> revised() {
        return accesses.readValuesToList();
    }

    /** Takes the habits that were learned. */
    List<Habit> habits() {
        return habits.readValuesToList();
    }

    /** Sends accesses and takes what comes out for them. */
    List<ExplainedAccess> open(AccessEvent... events) {
        for (AccessEvent event : events) {
            send(event);
        }
        return accesses.readValuesToList();
    }

    /** Sends an access as a source's; what comes out stays there. */
    void openFrom(String source, AccessEvent event) {
        send(event, new RecordHeaders().add(Headers.SOURCE, source.getBytes(StandardCharsets.UTF_8)));
    }

    private void send(AccessEvent event) {
        send(event, new RecordHeaders());
    }

    private void send(AccessEvent event, org.apache.kafka.common.header.Headers headers) {
        String key = event.getPatientId() != null ? event.getPatientId() : event.getEventId();
        input(Topics.ACCESS).pipeInput(new TestRecord<>(key, event, headers));
    }

    void raw(Topic<?> topic, String key, byte[] value) {
        driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, value);
    }

    List<Alert> alerts() {
        return alerts.readValuesToList();
    }

    List<DeadLetter> deadLetters() {
        return deadLetters.readValuesToList();
    }

    /** Names the topics on which something is left that the test has not taken. */
    List<String> leftOver() {
        List<String> left = new ArrayList<>();
        for (TestOutputTopic<?, ?> topic : List.of(accesses, alerts, deadLetters)) {
            if (!topic.isEmpty()) {
                left.add(topic.toString());
            }
        }
        return left;
    }

    private <T extends SpecificRecord> TestInputTopic<String, T> input(Topic<T> topic) {
        return driver.createInputTopic(
                topic.name(),
                new StringSerializer(),
                serdes.valueSerde(topic.value()).serializer());
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
