package org.chartwarden.streams.topology;

import static org.chartwarden.streams.context.Timestamps.CONTEXT_FIRST;
import static org.chartwarden.streams.context.Timestamps.EVENT_TIME;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Alert;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.serde.SerdeFactory;
import org.chartwarden.service.Counters;
import org.chartwarden.streams.context.CareStore;
import org.chartwarden.streams.context.PatientStore;
import org.chartwarden.streams.context.WorkforceProcessor;
import org.chartwarden.streams.explain.Deduplicate;
import org.chartwarden.streams.explain.Explain;
import org.chartwarden.streams.failure.WaitingDeserializer;
import org.chartwarden.streams.judge.JudgeProcessor;
import org.chartwarden.streams.judge.Judgement;
import org.chartwarden.streams.rule.RuleEngine;
import org.chartwarden.streams.rule.RulePack;
import org.chartwarden.topic.Topic;
import org.chartwarden.topic.Topics;

/**
 * The data's way from an access to its judgement: explain by patient, then judge by user. Pure: it reads and writes
 * nothing when it is made.
 *
 * <p>Accesses, patients and care are keyed by patient and partitioned alike, so one task knows all of a patient. The
 * workforce is small and known to every task. Between the halves, accesses are partitioned anew by user.
 */
public final class ChartwardenTopology implements Supplier<Topology> {

    private static final Duration WAIT_FOR_REGISTRY = Duration.ofSeconds(1);

    private final TopologyConfig config;
    private final RuleEngine engine;
    private final SerdeFactory serdes;
    private final Counters counters;
    private final Stores stores;

    public ChartwardenTopology(TopologyConfig config, RulePack rules, SerdeFactory serdes, Counters counters) {
        this.config = config;
        this.engine = new RuleEngine(rules, config.horizon());
        this.serdes = serdes;
        this.counters = counters;
        this.stores = new Stores(config, serdes);
    }

    @Override
    public Topology get() {
        StreamsBuilder builder = new StreamsBuilder();
        addStores(builder);
        keepContext(builder);

        KStream<String, Judgement> judged = builder.stream(Topics.ACCESS.name(), from(Topics.ACCESS, EVENT_TIME))
                .processValues(
                        () -> new Deduplicate(config.horizon(), counters), named("deduplicate"), Deduplicate.SEEN)
                .processValues(
                        () -> new Explain(config.before(), config.after(), config.ownCare()),
                        named("explain"),
                        PatientStore.STORE,
                        CareStore.STORE,
                        Explain.PAIRS)
                .selectKey((patient, explained) -> userOf(explained), named("key-by-user"))
                .repartition(Repartitioned.<String, ExplainedAccess>as("by-user")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(serdes.valueSerde(ExplainedAccess.class)))
                .processValues(
                        () -> new JudgeProcessor(engine, config.alertIds(), config.zone(), counters),
                        named("judge"),
                        JudgeProcessor.PROFILES,
                        JudgeProcessor.ALERTS);

        judged.mapValues(Judgement::access, named("judged-accesses"))
                .to(Topics.EXPLAINED.name(), into(Topics.EXPLAINED));
        judged.<Alert>flatMapValues(Judgement::alerts, named("revised-alerts"))
                .map((user, alert) -> KeyValue.pair(alert.getAlertId(), alert), named("key-by-alert"))
                .to(Topics.ALERTS.name(), into(Topics.ALERTS));
        return builder.build();
    }

    private void addStores(StreamsBuilder builder) {
        builder.addStateStore(stores.patients());
        builder.addStateStore(stores.care());
        builder.addStateStore(stores.seenEvents());
        builder.addStateStore(stores.explainedPairs());
        builder.addStateStore(stores.userProfiles());
        builder.addStateStore(stores.alerts());
    }

    private void keepContext(StreamsBuilder builder) {
        builder.stream(Topics.PATIENTS.name(), from(Topics.PATIENTS, CONTEXT_FIRST))
                .process(PatientStore.Remember::new, named("remember-patient"), PatientStore.STORE);
        builder.stream(Topics.CARE.name(), from(Topics.CARE, CONTEXT_FIRST))
                .process(CareStore.Remember::new, named("remember-care"), CareStore.STORE);
        builder.addGlobalStore(
                stores.workforce(),
                Topics.WORKFORCE.name(),
                Consumed.with(Serdes.String(), waiting(serdes.valueSerde(WorkforceMember.class)))
                        .withTimestampExtractor(CONTEXT_FIRST)
                        .withName(sourceOf(Topics.WORKFORCE)),
                WorkforceProcessor::new);
    }

    /** As {@link Topics#EXPLAINED} is keyed. */
    private static String userOf(ExplainedAccess explained) {
        AccessEvent access = explained.getAccess();
        return Objects.requireNonNullElse(access.getUserId(), access.getEventId());
    }

    private <T extends SpecificRecord> Consumed<String, T> from(Topic<T> topic, TimestampExtractor timestamps) {
        return Consumed.with(Serdes.String(), serdes.valueSerde(topic.value()))
                .withTimestampExtractor(timestamps)
                .withName(sourceOf(topic));
    }

    private static String sourceOf(Topic<?> topic) {
        return "from-" + topic.name().replace('.', '-');
    }

    private static <T> Serde<T> waiting(Serde<T> serde) {
        return Serdes.serdeFrom(serde.serializer(), new WaitingDeserializer<>(serde.deserializer(), WAIT_FOR_REGISTRY));
    }

    private <T extends SpecificRecord> Produced<String, T> into(Topic<T> topic) {
        return Produced.with(Serdes.String(), serdes.valueSerde(topic.value()))
                .withName("into-" + topic.name().replace('.', '-'));
    }

    private static Named named(String operator) {
        return Named.as(operator);
    }
}
