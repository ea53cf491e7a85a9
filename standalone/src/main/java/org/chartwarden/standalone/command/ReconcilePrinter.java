package org.chartwarden.standalone.command;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chartwarden.sink.reconcile.Compared;
import org.chartwarden.sink.reconcile.Finding;
import org.chartwarden.sink.reconcile.Tally;
import org.chartwarden.sink.reconcile.Tally.Counts;
import org.chartwarden.standalone.terminal.Terminal;

/** What {@code reconcile} found, for a person. */
final class ReconcilePrinter {

    private static final List<Finding> COLUMNS = List.of(
            Finding.IN_KAFKA,
            Finding.IN_ELASTICSEARCH,
            Finding.MISSING,
            Finding.EXTRA,
            Finding.OTHER_REVISION,
            Finding.TWICE);

    private static final String HEAD = "%-20s %-16s %13s %13s %9s %9s %9s %9s";
    private static final String ROW = "%-20s %-16s %,13d %,13d %,9d %,9d %,9d %,9d";

    /** What one side only has for a reason, and the reason. */
    private static final Map<Finding, String> REASONS = Map.of(
            Finding.ON_ITS_WAY, "in Kafka only: the sink has still to come there",
            Finding.REFUSED, "in Kafka only: Elasticsearch refused them, they are dead letters",
            Finding.EXPIRED, "in Kafka only: past their retention, under no legal hold",
            Finding.OUTLIVED_KAFKA, "in Elasticsearch only: told before what their topic still holds",
            Finding.SUPERSEDED, "in Elasticsearch only: revisions of which the topic keeps newer ones");

    private final Terminal terminal;
    private final boolean everyHour;

    /** @param everyHour else only those that differ */
    ReconcilePrinter(Terminal terminal, boolean everyHour) {
        this.terminal = terminal;
        this.everyHour = everyHour;
    }

    void print(Tally tally, DifferenceList differences) {
        terminal.heading("By topic");
        head("topic");
        for (Compared kind : Compared.values()) {
            row(kind.topic().name(), kind, tally.total(kind));
        }
        printHours(tally);
        printReasons(tally.total());
        printDifferences(differences);
    }

    private void head(String first) {
        terminal.line(HEAD, first, "documents", "Kafka", "Elasticsearch", "missing", "extra", "revision", "twice");
    }

    private void row(String first, Compared kind, Counts counts) {
        List<Object> values = new ArrayList<>(List.of(first, Words.typed(kind)));
        COLUMNS.forEach(column -> values.add(counts.of(column)));
        terminal.line(ROW, values.toArray());
    }

    private void printHours(Tally tally) {
        if (!everyHour && !tally.total().differ()) {
            return;
        }
        terminal.heading(everyHour ? "By hour" : "Hours that differ");
        head("hour from");
        for (Compared kind : Compared.values()) {
            tally.hours(kind).forEach((hour, counts) -> {
                if (everyHour || counts.differ()) {
                    row(words(hour), kind, counts);
                }
            });
        }
    }

    private static String words(Instant hour) {
        return hour.truncatedTo(ChronoUnit.HOURS).toString().replace(":00:00Z", ":00Z");
    }

    private void printReasons(Counts total) {
        List<Finding> reasons = REASONS.keySet().stream()
                .filter(finding -> total.of(finding) > 0)
                .sorted()
                .toList();
        if (!reasons.isEmpty()) {
            terminal.heading("On one side, with a reason");
            reasons.forEach(finding -> terminal.line("%,13d  %s", total.of(finding), REASONS.get(finding)));
        }
    }

    private void printDifferences(DifferenceList differences) {
        terminal.line("");
        if (differences.count() == 0) {
            terminal.line("Kafka and Elasticsearch agree: nothing is missing, extra, of another revision or twice.");
            return;
        }
        terminal.line("%,d difference%s:", differences.count(), differences.count() == 1 ? "" : "s");
        differences.first().forEach(difference -> terminal.line("  %s", DifferenceList.line(difference, "  ")));
        if (differences.count() > differences.first().size()) {
            terminal.line(
                    "  and %,d more%s",
                    differences.count() - differences.first().size(),
                    differences.file().isPresent() ? "" : ": --ids FILE writes them all");
        }
        differences.file().ifPresent(file -> terminal.line("All of them are in %s.", file));
    }
}
