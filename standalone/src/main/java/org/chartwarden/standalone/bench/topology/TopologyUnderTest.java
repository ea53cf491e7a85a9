package org.chartwarden.standalone.bench.topology;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.serde.SerdeFactory;
import org.chartwarden.service.Counters;
import org.chartwarden.service.ServiceEndpoint;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.standalone.StackException;
import org.chartwarden.standalone.check.Drain;
import org.chartwarden.streams.StreamsSettings;
import org.chartwarden.streams.failure.DeadLetterRecords;
import org.chartwarden.streams.rule.RulePack;
import org.chartwarden.streams.topology.ChartwardenTopology;
import org.chartwarden.streams.topology.TopologyConfig;
import org.chartwarden.topic.Topics;

/** Runs one variant in this process, as the service runs the whole. */
final class TopologyUnderTest implements AutoCloseable {

    /** Counts every chart that is opened, so that the one rule has a profile to read and write for each access. */
    private static final String ONE_RULE = "volume-above-own-habit";

    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final Duration CLOSE = Duration.ofSeconds(30);

    private final Variant variant;
    private final String application;
    private final KafkaStreams streams;
    private final Drain drain;

    TopologyUnderTest(Variant variant, Settings settings) {
        this.variant = variant;
        this.application = settings.text(Setting.STREAMS_APPLICATION_ID);
        SerdeFactory serdes = new SerdeFactory(settings.text(Setting.SERDE_CLASS), settings.serde());
        Counters counters = new Counters(ServiceEndpoint.newMeters());
        Properties properties =
                StreamsSettings.of(settings, new DeadLetterRecords(serdes, Clock.systemUTC(), counters));
        if (!variant.isExactlyOnce()) {
            properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        }
        this.streams = new KafkaStreams(topology(settings, serdes, counters), new StreamsConfig(properties));
        streams.setUncaughtExceptionHandler(failure -> StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        this.drain = new Drain(settings);
    }

    private Topology topology(Settings settings, SerdeFactory serdes, Counters counters) {
        RulePack rules = rules();
        ChartwardenTopology all =
                new ChartwardenTopology(TopologyConfig.of(settings), () -> rules, serdes, counters, copy -> {});
        return switch (variant.part()) {
            case PASS_THROUGH -> passThrough(serdes);
            case EXPLAIN -> all.explainingOnly();
            case ALL -> all.get();
        };
    }

    private RulePack rules() {
        RulePack all = RulePack.builtIn();
        return variant.isOneRule()
                ? new RulePack(all.rules().stream()
                        .filter(rule -> rule.id().equals(ONE_RULE))
                        .toList())
                : all;
    }

    private static Topology passThrough(SerdeFactory serdes) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(
                        Topics.ACCESS.name(),
                        Consumed.with(Serdes.String(), serdes.valueSerde(AccessEvent.class))
                                .withName("from"))
                .mapValues(TopologyUnderTest::unexplained, Named.as("unexplained"))
                .to(
                        Topics.EXPLAINED.name(),
                        Produced.with(Serdes.String(), serdes.valueSerde(ExplainedAccess.class))
                                .withName("into"));
        return builder.build();
    }

    private static ExplainedAccess unexplained(AccessEvent access) {
        return ExplainedAccess.newBuilder()
                .setAccess(access)
                .setExplained(false)
                .build();
    }

    KafkaStreams streams() {
        return streams;
    }

    /** Returns when all that is in the topics has been read. */
    void awaitRead() throws InterruptedException {
        if (!drain.await(PATIENCE, stages()) || !streams.state().isRunningOrRebalancing()) {
            throw new StackException("The topology did not read all; it is " + streams.state());
        }
        long deadLetters = drain.deadLetterVersions();
        if (deadLetters > 0) {
            throw new StackException(deadLetters + " records became dead letters; none may");
        }
    }

    private List<Drain.Stage> stages() {
        if (variant.part() == Part.PASS_THROUGH) {
            return List.of(new Drain.Stage(application, Topics.ACCESS.name()));
        }
        return drain.stages().stream()
                .filter(stage -> stage.group().equals(application))
                .filter(stage -> variant.part() == Part.ALL || !stage.topic().equals(Topics.DISPOSITIONS.name()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    @Override
    public void close() {
        drain.close();
        streams.close(CLOSE);
    }
}
