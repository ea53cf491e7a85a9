package org.chartwarden.standalone.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The page that a run writes: figures are made anew, never remembered. */
public final class BenchPage {

    private BenchPage() {}

    /** @param rows of the table of doors */
    public static List<String> ofDoors(Duration time, List<String> rows) {
        List<String> lines = new ArrayList<>(List.of(
                "# Performance",
                "",
                "Written by `./chartwarden bench doors --page docs/performance.md`; do not edit the figures.",
                "",
                "## Doors",
                "",
                "Everything runs on one machine and shares it: the senders, Kafka, the registry, the producers, the",
                "topology, Elasticsearch. Each door is loaded for %d seconds after a warm-up, with the whole system behind"
                        .formatted(time.toSeconds()),
                "it. *Taken*: events a second that Kafka acknowledged. *Sustained*: the same events, over the time until the",
                "slowest reader behind the door had read them all; that reader, when one had something left at the end of the",
                "load. MLLP carries transfers of patients, the other doors accesses that are explained and indexed.",
                "",
                machine(),
                ""));
        lines.addAll(DoorTable.HEAD);
        lines.addAll(rows);
        return lines;
    }

    private static String machine() {
        Runtime runtime = Runtime.getRuntime();
        return "Machine: %d processors, Java %s, %s %s."
                .formatted(
                        runtime.availableProcessors(),
                        Runtime.version().feature(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"));
    }
}
