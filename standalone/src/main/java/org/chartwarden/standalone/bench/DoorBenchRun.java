package org.chartwarden.standalone.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.chartwarden.producers.ingest.Ingest;
import org.chartwarden.service.Counters;
import org.chartwarden.service.ServiceEndpoint;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.standalone.data.DataDirectory;
import org.chartwarden.standalone.system.EmbeddedSystem;
import org.chartwarden.standalone.system.LocalSystem;

/** Starts a system of its own, feeds it the hospital's context, and loads its doors. */
public final class DoorBenchRun {

    private final Path folder;
    private final int connections;
    private final Duration time;

    /**
     * @param folder emptied first
     * @param connections of each door, in the same number of threads
     * @param time how long each door is loaded
     */
    public DoorBenchRun(Path folder, int connections, Duration time) {
        this.folder = folder;
        this.connections = connections;
        this.time = time;
    }

    /**
     * @param onLine told each line of the table when it is known
     * @return its rows
     */
    public List<String> run(Consumer<String> onReady, Consumer<String> onLine) throws Exception {
        DataDirectory data = DataDirectory.openEmpty(folder);
        TlsMaterial tls = TlsMaterial.make(folder, UUID.randomUUID().toString());
        Map<String, String> changes = new HashMap<>(tls.settings());
        changes.put(Setting.INBOX_INTERVAL.key(), "PT0.2S");
        try (EmbeddedSystem system = EmbeddedSystem.start(data, Map.of(), changes, onReady)) {
            Settings settings = system.services().settings();
            // So long ago that no event of a long run lies in the future.
            BenchHospital hospital = new BenchHospital(
                    Instant.now().minus(6, ChronoUnit.DAYS),
                    UUID.randomUUID().toString().substring(0, 8));
            feed(settings, hospital);
            int port = LocalSystem.servicePorts(folder).get("producers");
            Taken taken = new Taken(URI.create("http://127.0.0.1:" + port + "/metrics"));
            DoorBench bench = new DoorBench(settings, taken);
            List<String> rows = new ArrayList<>();
            DoorTable.HEAD.forEach(onLine);
            for (Load load : DoorLoads.of(settings, tls, hospital, taken)) {
                String row = DoorTable.row(bench.run(load, connectionsOf(load), time));
                rows.add(row);
                onLine.accept(row);
            }
            return rows;
        }
    }

    /** These wait for one another by the count of what was taken, so several would wait for each other's. */
    private int connectionsOf(Load load) {
        return load instanceof DatagramLoad || load instanceof InboxLoad ? 1 : connections;
    }

    private static void feed(Settings settings, BenchHospital hospital) throws IOException {
        byte[] lines = hospital.contextLines().collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8);
        try (Ingest ingest = Ingest.open(settings, new Counters(ServiceEndpoint.newMeters()));
                InputStream content = new ByteArrayInputStream(lines)) {
            ingest.context(content, "bench");
        }
    }
}
