package org.chartwarden.standalone.score;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.chartwarden.model.Alert;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.producers.ingest.Ingest;
import org.chartwarden.producers.ingest.IngestReport;
import org.chartwarden.producers.kafka.KafkaOutput;
import org.chartwarden.producers.simulator.HospitalPlan;
import org.chartwarden.producers.simulator.LargeHospital;
import org.chartwarden.producers.simulator.PaperLine;
import org.chartwarden.producers.simulator.SimulatedAccess;
import org.chartwarden.producers.simulator.Stretch;
import org.chartwarden.producers.source.Origin;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.service.Counters;
import org.chartwarden.service.ServiceEndpoint;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.standalone.StackException;
import org.chartwarden.standalone.broker.KafkaServer;
import org.chartwarden.standalone.check.Drain;
import org.chartwarden.standalone.check.TopicFollower;
import org.chartwarden.standalone.data.DataDirectory;
import org.chartwarden.standalone.data.Ports;
import org.chartwarden.standalone.process.ManagedProcess;
import org.chartwarden.streams.StreamsService;
import org.chartwarden.streams.rule.Rule;
import org.chartwarden.streams.rule.RulePack;
import org.chartwarden.topic.ContractInstaller;
import org.chartwarden.topic.Topics;

/**
 * Sends a simulated hospital through the real topology on a real broker, half a day at a time and each half day judged
 * before the next one comes, and holds what comes out against the truth.
 */
public final class ScoreRun {

    private static final String SOURCE = "score";
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HospitalPlan plan;
    private final Consumer<String> progress;
    private final TruthBook truth = new TruthBook();
    private final AlertBook alerts;

    /** @param progress told in a line how far it is */
    public ScoreRun(HospitalPlan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
        Map<String, Duration> graces =
                RulePack.builtIn().rules().stream().collect(Collectors.toMap(Rule::id, Rule::grace));
        this.alerts = new AlertBook(truth, graces::get);
    }

    /**
     * Runs it, on a broker of its own.
     *
     * @param data empty; the caller closes it
     */
    QualityScore run(DataDirectory data) throws IOException, InterruptedException {
        KafkaServer kafka = KafkaServer.in(data, new Ports(data, Map.of()));
        try (ManagedProcess broker = kafka.process()) {
            broker.start();
            broker.awaitReady(START_LIMIT);
            return run(settings(data, kafka.bootstrapServers()));
        }
    }

    /** A partition for each thread, and a registry in memory. */
    private Settings settings(DataDirectory data, String bootstrapServers) {
        Map<Setting, String> values = Map.of(
                Setting.SITE_ZONE, plan.zone().getId(),
                Setting.TOPICS_PARTITIONS, "2",
                Setting.TOPICS_REPLICATION_FACTOR, "1",
                Setting.STREAMS_REPLICATION_FACTOR, "1",
                Setting.STREAMS_THREADS, "2",
                Setting.STREAMS_STATE_DIRECTORY, data.folder("streams").toString(),
                Setting.PRODUCERS_STATE_DIRECTORY, data.folder("producers").toString(),
                Setting.ALERT_KEY, "of a simulated hospital: no secret");
        Map<String, String> settings = new TreeMap<>();
        values.forEach((setting, value) -> settings.put(setting.key(), value));
        settings.put(Settings.KAFKA + "bootstrap.servers", bootstrapServers);
        settings.put(Settings.SERDE + "schema.registry.url", "mock://score-" + plan.seed());
        return Settings.of(settings);
    }

    private QualityScore run(Settings settings) throws IOException, InterruptedException {
        createTopics(settings);
        LargeHospital hospital = LargeHospital.of(plan);
        Counters counters = new Counters(ServiceEndpoint.newMeters());
        try (Ingest ingest = Ingest.open(settings, counters);
                KafkaOutput output = KafkaOutput.open(settings)) {
            send(ingest, hospital.contextLines());
            progress.accept("The hospital is known");
            StreamsService topology = StreamsService.start(settings, ServiceEndpoint.newMeters(), counters);
            try {
                feed(hospital, settings, ingest, output);
            } finally {
                topology.close();
            }
        }
        return new QualityScore(truth.counts(), truth.kinds(hospital.incidents()), alerts.stories(), plan.zone());
    }

    private static void createTopics(Settings settings) throws InterruptedException {
        Properties properties = new Properties();
        properties.putAll(settings.kafka());
        try (Admin admin = Admin.create(properties)) {
            ContractInstaller.createTopics(admin, settings.integer(Setting.TOPICS_PARTITIONS), (short)
                    settings.integer(Setting.TOPICS_REPLICATION_FACTOR));
        }
    }

    private void feed(LargeHospital hospital, Settings settings, Ingest ingest, KafkaOutput output)
            throws IOException, InterruptedException {
        try (Drain drain = new Drain(settings);
                TopicFollower<ExplainedAccess> explained = new TopicFollower<>(settings, Topics.EXPLAINED);
                TopicFollower<Alert> raised = new TopicFollower<>(settings, Topics.ALERTS)) {
            Runnable read = () -> {
                explained.catchUp(entry -> truth.explained(entry.value()));
                raised.catchUp(entry -> alerts.revised(entry.value()));
            };
            judge(drain, () -> {}); // all context first
            Instant begin = Instant.EPOCH;
            for (Iterator<Stretch> stretches = hospital.stretches(); stretches.hasNext(); ) {
                Stretch stretch = stretches.next();
                alerts.advanceTo(begin);
                send(ingest, stretch.first().stream().map(PaperLine::json));
                send(output, stretch.accesses());
                judge(drain, read);
                alerts.advanceTo(stretch.end());
                stretch.late().forEach(paper -> alerts.paperArrived(paper.patientId(), paper.arrival()));
                send(ingest, stretch.late().stream().map(PaperLine::json));
                if (!stretch.late().isEmpty()) {
                    judge(drain, read);
                }
                begin = stretch.end();
                progress.accept("until %s: %,d accesses"
                        .formatted(stretch.end(), stretch.accesses().size()));
            }
        }
    }

    private static void judge(Drain drain, Runnable read) throws InterruptedException {
        if (!drain.awaitJudged(PATIENCE)) {
            throw new StackException("After " + PATIENCE.toMinutes() + " minutes accesses are still not judged");
        }
        read.run();
    }

    private static void send(Ingest ingest, Stream<String> lines) throws IOException {
        byte[] content = lines.collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8);
        if (content.length > 0) {
            IngestReport report = ingest.context(new ByteArrayInputStream(content), "simulated hospital");
            if (report.deadLettered() > 0) {
                throw new IllegalStateException(report.deadLettered() + " papers of the hospital cannot be read");
            }
        }
    }

    private void send(KafkaOutput output, List<SimulatedAccess> accesses) {
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        for (SimulatedAccess access : accesses) {
            truth.sent(access);
            try {
                sent.add(output.send(
                        new Outgoing<>(Topics.ACCESS, access.event().getPatientId(), access.event()),
                        new Origin(SOURCE, ""),
                        SOURCE));
            } catch (Refusal e) {
                throw new IllegalStateException("An access is too large", e);
            }
        }
        sent.forEach(CompletableFuture::join);
    }
}
