package org.chartwarden.standalone.bench.topology;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.standalone.broker.KafkaServer;
import org.chartwarden.standalone.data.DataDirectory;
import org.chartwarden.standalone.data.Ports;
import org.chartwarden.standalone.data.PropertiesFile;
import org.chartwarden.standalone.process.JavaProgram;
import org.chartwarden.standalone.process.ManagedProcess;
import org.chartwarden.standalone.registry.RegistryServer;
import org.chartwarden.standalone.system.Contract;
import org.chartwarden.standalone.system.LocalSystem;

/** Measures one variant of the topology after the other, each on empty topics of one broker, in a process of its own. */
public final class TopologyBench {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration VARIANT_LIMIT = Duration.ofHours(3);

    private final DataDirectory data;
    private final Plan plan;
    private final Optional<Path> recordings;
    private final KafkaServer kafka;
    private final RegistryServer registry;

    private TopologyBench(DataDirectory data, Plan plan, Optional<Path> recordings) {
        this.data = data;
        this.plan = plan;
        this.recordings = recordings;
        Ports ports = new Ports(data, Map.of());
        this.kafka = KafkaServer.in(data, ports);
        this.registry = RegistryServer.in(data, ports);
    }

    /**
     * Runs with servers of its own, and leaves nothing but their logs.
     *
     * @param folder emptied before and after
     * @param recordings where each variant's flight recording is put; empty for none
     * @param onReady told of each server
     * @param onResult told of each variant
     */
    public static Map<Variant, Measurement> run(
            Path folder,
            Plan plan,
            Collection<Variant> variants,
            Optional<Path> recordings,
            Consumer<String> onReady,
            BiConsumer<Variant, Measurement> onResult)
            throws InterruptedException {
        try (DataDirectory data = DataDirectory.openEmpty(folder)) {
            try {
                return new TopologyBench(data, plan, recordings).run(variants, onReady, onResult);
            } finally {
                data.empty();
            }
        }
    }

    private Map<Variant, Measurement> run(
            Collection<Variant> variants, Consumer<String> onReady, BiConsumer<Variant, Measurement> onResult)
            throws InterruptedException {
        List<ManagedProcess> servers = List.of(kafka.process(), registry.process());
        try {
            servers.forEach(ManagedProcess::start);
            ManagedProcess.awaitReady(servers, START_LIMIT, server -> onReady.accept(server.name()));
            Map<Variant, Measurement> measurements = new EnumMap<>(Variant.class);
            for (Variant variant : variants) {
                Measurement measured = measure(variant);
                measurements.put(variant, measured);
                onResult.accept(variant, measured);
            }
            return measurements;
        } finally {
            registry.process().close();
            kafka.process().close();
        }
    }

    private Measurement measure(Variant variant) throws InterruptedException {
        Settings settings = settings(variant);
        try (BrokerRecords records = new BrokerRecords(settings)) {
            records.deleteAll();
        }
        Contract.install(settings);
        Path settingsFile = data.root().resolve(variant.word() + ".properties");
        Properties properties = new Properties();
        properties.putAll(settings.asMap());
        PropertiesFile.writePrivately(settingsFile, properties);
        Path result = data.root().resolve(variant.word() + ".result");
        try (ManagedProcess process = process(variant, settingsFile, result)) {
            process.start();
            process.awaitReady(VARIANT_LIMIT);
        }
        return Measurement.of(PropertiesFile.read(result));
    }

    private ManagedProcess process(Variant variant, Path settingsFile, Path result) {
        List<String> options = new ArrayList<>(LocalSystem.STREAMS_OPTIONS);
        recordings.ifPresent(folder -> options.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
                + folder.toAbsolutePath().resolve(variant.word() + ".jfr")));
        JavaProgram program = JavaProgram.of("bench-topology", TopologyBenchMain.class, options.toArray(String[]::new))
                .withArguments(
                        settingsFile.toString(),
                        variant.name(),
                        Integer.toString(plan.events()),
                        Integer.toString(plan.runs()),
                        Integer.toString(plan.patients()),
                        Long.toString(kafka.process().pid()),
                        result.toString());
        return new ManagedProcess(program, data.processFiles(variant.word()), () -> Files.exists(result));
    }

    private Settings settings(Variant variant) {
        Map<String, String> settings = new HashMap<>();
        settings.put(Settings.KAFKA + "bootstrap.servers", kafka.bootstrapServers());
        settings.put(Settings.SERDE + "schema.registry.url", registry.url().toString());
        settings.put(Setting.TOPICS_PARTITIONS.key(), "4");
        settings.put(Setting.TOPICS_REPLICATION_FACTOR.key(), "1");
        settings.put(Setting.STREAMS_REPLICATION_FACTOR.key(), "1");
        settings.put(Setting.STREAMS_APPLICATION_ID.key(), "bench-" + variant.word());
        settings.put(
                Setting.STREAMS_STATE_DIRECTORY.key(), data.folder("streams").toString());
        settings.put(Setting.ALERT_KEY.key(), "nothing that is kept depends on it");
        return Settings.of(settings);
    }
}
