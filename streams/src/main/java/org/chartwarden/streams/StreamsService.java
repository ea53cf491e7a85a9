package org.chartwarden.streams;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.chartwarden.serde.SerdeFactory;
import org.chartwarden.service.Counters;
import org.chartwarden.service.Service;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;
import org.chartwarden.streams.access.Duplicates;
import org.chartwarden.streams.failure.DeadLetterRecords;
import org.chartwarden.streams.failure.ThreadFailure;
import org.chartwarden.streams.reload.RuleArchive;
import org.chartwarden.streams.reload.RuleFolder;
import org.chartwarden.streams.reload.RunningRules;
import org.chartwarden.streams.rule.RulePack;
import org.chartwarden.streams.topology.ChartwardenTopology;
import org.chartwarden.streams.topology.TopologyConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the topology. */
public final class StreamsService implements Service {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsService.class);

    private static final Duration BEFORE_NEW_THREAD = Duration.ofSeconds(1);
    private static final Duration CLOSE = Duration.ofSeconds(30);

    private final KafkaStreams streams;
    private final KafkaStreamsMetrics metrics;
    private final Optional<RuleFolder> folder;
    private final RuleArchive archive;

    private StreamsService(
            KafkaStreams streams, KafkaStreamsMetrics metrics, Optional<RuleFolder> folder, RuleArchive archive) {
        this.streams = streams;
        this.metrics = metrics;
        this.folder = folder;
        this.archive = archive;
    }

    public static void main(String[] arguments) {
        Service.main("streams", StreamsService::start);
    }

    /**
     * Starts the topology; returns when the workforce is read.
     *
     * @throws SettingsException when a setting cannot be used
     */
    public static StreamsService start(Settings settings, PrometheusMeterRegistry meters, Counters counters) {
        Optional<RuleFolder> folder = folder(settings);
        RunningRules rules = folder.map(RuleFolder::running).orElseGet(() -> new RunningRules(RulePack.builtIn()));
        rules.current().rules().forEach(rule -> LOG.info("Rule {} version {}", rule.id(), rule.version()));
        SerdeFactory serdes = new SerdeFactory(settings.text(Setting.SERDE_CLASS), settings.serde());
        Properties properties =
                StreamsSettings.of(settings, new DeadLetterRecords(serdes, Clock.systemUTC(), counters));
        Topology topology = new ChartwardenTopology(
                        TopologyConfig.of(settings), rules, serdes, counters, Duplicates.countedIn(meters))
                .get();
        KafkaStreams streams = new KafkaStreams(topology, new StreamsConfig(properties));
        streams.setUncaughtExceptionHandler(new ThreadFailure(BEFORE_NEW_THREAD));
        KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(streams);
        metrics.bindTo(meters);
        streams.start();
        folder.ifPresent(watched -> {
            Gauge.builder(
                            "chartwarden_rules_problems",
                            watched,
                            each -> each.problems().size())
                    .description("Mistakes in the site's rules, for which they are refused and earlier ones go on")
                    .register(meters);
            watched.watch();
        });
        RuleArchive archive = new RuleArchive(settings.kafka(), serdes, rules, Clock.systemUTC());
        archive.start();
        return new StreamsService(streams, metrics, folder, archive);
    }

    private static Optional<RuleFolder> folder(Settings settings) {
        Path copy = Path.of(settings.text(Setting.STREAMS_STATE_DIRECTORY)).resolve("accepted-rules");
        return settings.optional(Setting.STREAMS_RULES_DIRECTORY)
                .map(Path::of)
                .map(folder -> new RuleFolder(folder, copy));
    }

    @Override
    public Optional<String> problem() {
        KafkaStreams.State state = streams.state();
        return switch (state) {
            case RUNNING, REBALANCING -> Optional.empty();
            case CREATED, PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR ->
                Optional.of("Kafka Streams is " + state + "; the log says why");
        };
    }

    @Override
    public void close() {
        folder.ifPresent(RuleFolder::close);
        archive.close();
        metrics.close();
        if (!streams.close(CLOSE)) {
            LOG.warn("Kafka Streams was not closed within {}; the next start goes on from the last commit", CLOSE);
        }
    }
}
