package org.chartwarden.standalone.bench.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Measurements as tables in Markdown, which read well on a terminal, too. */
public final class TopologyTable {

    /** The first two lines of the table of variants. */
    public static final List<String> HEAD = List.of(
            "| topology | events a second, each run | median | processor µs an event, each run | median | broker µs |",
            "| --- | ---: | ---: | ---: | ---: | ---: |");

    private static final List<String> GOALS_HEAD =
            List.of("| ratio | goal | by time | by processor time |", "| --- | ---: | ---: | ---: |");
    private static final List<String> LIMITS_HEAD = List.of("| figure | goal | measured |", "| --- | ---: | ---: |");

    private static final double MOST_INTERNAL_RECORDS = 3;
    private static final int MOST_PROFILE_BYTES = 4096;

    private TopologyTable() {}

    public static String row(Variant variant, Measurement measured) {
        return format(
                "| %s | %s | %,.0f | %s | %,.0f | %,.0f |",
                variant.title(),
                each(measured, Slice::eventsASecond),
                measured.eventsASecond(),
                each(measured, Slice::cpuMicros),
                measured.cpuMicros(),
                measured.brokerCpuMicros());
    }

    private static String each(Measurement measured, ToDoubleFunction<Slice> figure) {
        return measured.runs().stream()
                .map(run -> format("%,.0f", figure.applyAsDouble(run)))
                .collect(Collectors.joining(" / "));
    }

    /** Every goal whose variants were measured: the ratio by time, and by the processor time of the topology alone. */
    public static List<String> goals(Map<Variant, Measurement> measured) {
        List<String> lines = new ArrayList<>(GOALS_HEAD);
        for (Goal goal : Goal.ALL) {
            Measurement slower = measured.get(goal.slower());
            Measurement faster = measured.get(goal.faster());
            if (slower != null && faster != null) {
                lines.add(format(
                        "| %s | at least %.2f | %.2f | %.2f |",
                        goal.title(),
                        goal.least(),
                        slower.eventsASecond() / faster.eventsASecond(),
                        faster.cpuMicros() / slower.cpuMicros()));
            }
        }
        return lines;
    }

    /** What one event writes, and what is kept of one user. Records are counted where no transaction's markers are. */
    public static List<String> limits(Map<Variant, Measurement> measured) {
        List<String> lines = new ArrayList<>(LIMITS_HEAD);
        Measurement all = measured.get(Variant.FULL_AT_LEAST_ONCE);
        if (all != null) {
            lines.add(format(
                    "| changelog and repartition records an event | at most %.0f | %.2f (%.2f and %.2f) |",
                    MOST_INTERNAL_RECORDS,
                    all.changelogRecords() + all.repartitionRecords(),
                    all.changelogRecords(),
                    all.repartitionRecords()));
            lines.add(format("| output records an event | | %.2f |", all.outputRecords()));
            lines.add(format(
                    "| state of an active user, bytes | at most %,d | %,.0f (largest %,.0f) |",
                    MOST_PROFILE_BYTES, all.profileBytes(), all.largestProfileBytes()));
        }
        return lines;
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
