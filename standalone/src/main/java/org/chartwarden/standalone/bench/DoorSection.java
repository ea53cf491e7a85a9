package org.chartwarden.standalone.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a run of the doors says on the page. */
public final class DoorSection {

    public static final String TITLE = "Doors";

    private DoorSection() {}

    /** @param rows of the table of doors */
    public static List<String> of(Duration time, List<String> rows) {
        List<String> lines = new ArrayList<>(List.of(
                "Written by `./chartwarden bench doors --page docs/performance.md`; do not edit the figures.",
                "",
                "Everything runs on one machine and shares it: the senders, Kafka, the registry, the producers, the",
                "topology, Elasticsearch. Each door is loaded for %d seconds after a warm-up, with the whole system behind"
                        .formatted(time.toSeconds()),
                "it. *Taken*: events a second that Kafka acknowledged. *Sustained*: the same events, over the time until the",
                "slowest reader behind the door had read them all; that reader, when one had something left at the end of the",
                "load. MLLP carries transfers of patients, the other doors accesses that are explained and indexed.",
                "",
                BenchPage.machine(),
                ""));
        lines.addAll(DoorTable.HEAD);
        lines.addAll(rows);
        return lines;
    }
}
