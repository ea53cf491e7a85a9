package org.chartwarden.standalone.bench.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chartwarden.standalone.bench.BenchPage;
import org.chartwarden.standalone.bench.BenchPeople;

/** What a run of the bench says on the page. */
public final class TopologySection {

    public static final String TITLE = "Topology";

    private TopologySection() {}

    public static List<String> of(Plan plan, Map<Variant, Measurement> measured) {
        List<String> lines = new ArrayList<>(List.of(
                "Written by `./chartwarden bench topology --page docs/performance.md`; do not edit the figures.",
                "",
                "Each topology runs alone, in a process as large as the service's, on the same broker with empty topics.",
                String.format(
                        Locale.ROOT,
                        "It reads %,d patients, as many encounters and %,d staff, then %,d accesses to warm up; then %d runs of",
                        plan.patients(),
                        BenchPeople.USERS,
                        plan.events() / 2,
                        plan.runs()),
                String.format(
                        Locale.ROOT,
                        "%,d accesses each (ten times as many for a pass-through) on growing state. Its topics are filled while",
                        plan.events()),
                "it stands still; the time is that until the broker has stored the last access that comes out. *Processor µs*:",
                "processor time of the topology's process for one event, with Java's compiler and garbage collector; *broker",
                "µs*: that of Kafka.",
                "",
                BenchPage.machine(),
                ""));
        lines.addAll(TopologyTable.HEAD);
        measured.forEach((variant, result) -> lines.add(TopologyTable.row(variant, result)));
        lines.add("");
        lines.addAll(TopologyTable.goals(measured));
        lines.add("");
        lines.addAll(TopologyTable.limits(measured));
        return lines;
    }
}
