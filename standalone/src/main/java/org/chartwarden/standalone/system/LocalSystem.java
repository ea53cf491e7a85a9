package org.chartwarden.standalone.system;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.chartwarden.producers.ProducersService;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.SinkService;
import org.chartwarden.standalone.data.DataDirectory;
import org.chartwarden.standalone.data.Ports;
import org.chartwarden.standalone.data.PropertiesFile;
import org.chartwarden.standalone.process.JavaProgram;
import org.chartwarden.standalone.process.ManagedProcess;
import org.chartwarden.standalone.process.Probe;
import org.chartwarden.standalone.stack.Stack;
import org.chartwarden.streams.StreamsService;

/**
 * Our three services as child processes on a {@link Stack} that already runs. Their settings stand in one file of the
 * data directory, where the launcher's other commands find them.
 */
public final class LocalSystem implements AutoCloseable {

    /** Heap and collector of the topology's process. */
    public static final List<String> STREAMS_OPTIONS = options("-Xmx320m");

    private static final List<String> SERVICES = List.of("producers", "streams", "sink");
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final Path settingsFile;
    private final Settings settings;
    private final List<ManagedProcess> services;

    private LocalSystem(Path settingsFile, Settings settings, List<ManagedProcess> services) {
        this.settingsFile = settingsFile;
        this.settings = settings;
        this.services = services;
    }

    /** Where the settings of a system with this data directory stand while it runs. */
    public static Path settingsFile(Path dataDirectory) {
        return dataDirectory.resolve("chartwarden.properties");
    }

    /** Where the services of a running system answer /health and /metrics, by name in the data's order. */
    public static Map<String, Integer> servicePorts(Path dataDirectory) {
        Properties ports = PropertiesFile.read(DataDirectory.portsFile(dataDirectory));
        Map<String, Integer> known = new LinkedHashMap<>();
        for (String name : SERVICES) {
            known.put(name, Integer.valueOf(ports.getProperty(name)));
        }
        return known;
    }

    /**
     * Installs the contract and starts the services.
     *
     * @param changes settings that are to differ from those of the local default
     * @param onReady told of each service when it is ready
     */
    public static LocalSystem start(
            DataDirectory data, Stack stack, Ports ports, Map<String, String> changes, Consumer<String> onReady)
            throws InterruptedException {
        boolean certificate = changes.containsKey(Setting.TLS_KEYSTORE.key());
        Settings settings =
                Settings.of(LocalSettings.of(data, stack, ports, certificate)).with(changes);
        Contract.install(settings);
        Path file = settingsFile(data.root());
        Properties properties = new Properties();
        properties.putAll(settings.asMap());
        PropertiesFile.writePrivately(file, properties);
        List<ManagedProcess> services = List.of(
                service(data, ports, file, "producers", ProducersService.class, options("-Xmx512m")),
                service(data, ports, file, "streams", StreamsService.class, STREAMS_OPTIONS),
                service(data, ports, file, "sink", SinkService.class, options("-Xmx160m")));
        LocalSystem system = new LocalSystem(file, settings, services);
        try {
            services.forEach(ManagedProcess::start);
            ManagedProcess.awaitReady(services, START_LIMIT, service -> onReady.accept(service.name()));
        } catch (InterruptedException | RuntimeException e) {
            system.close();
            throw e;
        }
        return system;
    }

    private static List<String> options(String heap) {
        return List.of(heap, "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED");
    }

    private static ManagedProcess service(
            DataDirectory data, Ports ports, Path file, String name, Class<?> mainClass, List<String> options) {
        int port = ports.take(name);
        JavaProgram program = JavaProgram.of(name, mainClass, options.toArray(String[]::new))
                .withEnvironment(new TreeMap<>(Map.of(
                        "CHARTWARDEN_CONFIG", file.toString(),
                        "CHARTWARDEN_SERVICE_PORT", Integer.toString(port))));
        return new ManagedProcess(
                program, data.processFiles(name), Probe.http(URI.create("http://127.0.0.1:" + port + "/health")));
    }

    /** What the services were told. */
    public Settings settings() {
        return settings;
    }

    /** Where FHIR resources are taken over HTTP. */
    public URI httpUrl() {
        String scheme = settings.text(Setting.HTTP_TLS).equals("none") ? "http" : "https";
        return URI.create(
                scheme + "://" + settings.text(Setting.HTTP_HOST) + ":" + settings.text(Setting.HTTP_PORT) + "/");
    }

    /** The topology's process. */
    public ManagedProcess streams() {
        return services.get(SERVICES.indexOf("streams"));
    }

    /** In the order in which they were started. */
    public List<ManagedProcess> services() {
        return services;
    }

    /** Stops the services in the data's order, so that each can hand on what it holds. */
    @Override
    public void close() {
        services.forEach(ManagedProcess::close);
        PropertiesFile.delete(settingsFile);
    }
}
