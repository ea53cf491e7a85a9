package org.chartwarden.standalone.bench.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chartwarden.standalone.bench.BenchPage;

/** What a run says on the page and on the terminal. */
public final class SystemSection {

    public static final String TITLE = "Whole stack";

    private static final double MEDIAN = 50;
    private static final double MOST = 95;
    private static final double NEARLY_ALL = 99;

    private SystemSection() {}

    public static List<String> of(SystemResult result) {
        List<String> lines = new ArrayList<>(List.of(
                "Written by `./chartwarden bench system --page docs/performance.md`; do not edit the figures.",
                "",
                "Kafka, the registry, the topology, the sink and Elasticsearch on one machine. Accesses are written into their",
                "topic as fast as it takes them; *sustained*: all of them, over the time until Elasticsearch had the last one.",
                "Then they come at half of that rate; *latency*: from the reception of an access to its document, and from the",
                "reception of an alert's newest access to the document of the revision that tells of it.",
                "",
                BenchPage.machine(),
                ""));
        lines.addAll(table(result));
        return lines;
    }

    public static List<String> table(SystemResult result) {
        List<String> lines = new ArrayList<>(List.of(
                "| figure | measured |",
                "| --- | --- |",
                format("| events | %,d |", result.events()),
                format("| sustained events a second | %,.0f |", result.sustained()),
                format("| nothing lost, by every id | %s |", result.holds() ? "holds" : "BROKEN")));
        lines.add(row("access", result.halfRate(), result.accesses()));
        lines.add(row("alert", result.halfRate(), result.alerts()));
        result.violations().forEach(violation -> lines.add("| violation | " + violation + " |"));
        return lines;
    }

    private static String row(String what, double rate, Latencies latencies) {
        return format(
                "| latency of an %s at %,.0f a second: median, 95 %%, 99 %% | %,d / %,d / %,d ms (of %,d) |",
                what,
                rate,
                latencies.percentile(MEDIAN),
                latencies.percentile(MOST),
                latencies.percentile(NEARLY_ALL),
                latencies.count());
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
