package org.chartwarden.reports.alerts;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.chartwarden.reports.Report;
import org.chartwarden.reports.ReportContext;
import org.chartwarden.reports.ReportPages;
import org.chartwarden.reports.Words;
import org.chartwarden.reports.csv.CsvFile;
import org.chartwarden.reports.data.AccessQueries;
import org.chartwarden.reports.data.AlertRow;
import org.chartwarden.reports.data.AlertWords;
import org.chartwarden.sink.search.AuditReader;
import org.chartwarden.sink.search.Documents;
import org.chartwarden.sink.search.Grouping;

/**
 * The regular review of activity (45 CFR 164.308(a)(1)(ii)(D)): what was raised, what was decided and how fast, and how
 * right each rule was. It names neither patients nor those who opened their charts.
 */
public final class AlertReport implements Report {

    private static final double SECONDS_AN_HOUR = Duration.ofHours(1).toSeconds();

    private final AuditReader search;
    private final ReportContext context;

    public AlertReport(AuditReader search, ReportContext context) {
        this.search = search;
        this.context = context;
    }

    @Override
    public String name() {
        return context.fileName("alerts");
    }

    @Override
    public ReportPages read(CsvFile lines) throws IOException {
        AlertTally tally = new AlertTally(context.zone());
        lines.line(
                "first access",
                "alert id",
                "rule id",
                "rule",
                "severity",
                "outcome",
                "accesses",
                "departments",
                "opened",
                "due",
                "decided",
                "hours to decision",
                "overdue");
        search.read(Documents.ALERTS, AccessQueries.within(context.span(), "event.start"), document -> {
            Review review = new Review(new AlertRow(document), context.madeAt());
            tally.add(review);
            lines.line(cells(review));
        });
        return new ReportPages(
                new AlertPages(context, tally, watched(), officers()).document(),
                Words.count(tally.raised(), "alert", "alerts") + ": " + Words.number(tally.decided()) + " decided, "
                        + Words.number(tally.open().size()) + " open, " + Words.number(tally.overdue()) + " overdue");
    }

    private Watched watched() throws IOException {
        Query accesses = AccessQueries.within(context.span(), "@timestamp");
        return new Watched(
                search.count(Documents.ACCESSES, accesses),
                search.count(
                        Documents.ACCESSES,
                        AccessQueries.all(accesses, AccessQueries.is("chartwarden.explained", true))),
                search.count(
                        Documents.ACCESSES, AccessQueries.all(accesses, AccessQueries.is("chartwarden.late", true))),
                search.count(Documents.DEAD_LETTERS, accesses));
    }

    /** How many decisions each officer made in the time, on alerts of whatever time. */
    private Map<String, Long> officers() throws IOException {
        Map<String, Long> officers = new TreeMap<>();
        search.count(
                Documents.DISPOSITIONS,
                AccessQueries.within(context.span(), "@timestamp"),
                List.of(Grouping.value("chartwarden.decided_by")),
                found -> officers.put(found.values().get(0), found.count()));
        return officers;
    }

    private List<String> cells(Review review) {
        AlertRow alert = review.alert();
        return List.of(
                context.time(alert.firstEventTime()),
                alert.alertId(),
                alert.ruleId(),
                alert.ruleName(),
                AlertWords.lowerCase(alert.severity()),
                AlertWords.outcome(alert),
                alert.eventCount(),
                Words.joined(alert.departments()),
                alert.openedAt().map(context::time).orElse(""),
                review.due().map(context::time).orElse(""),
                alert.decidedAt().map(context::time).orElse(""),
                review.timeToDecision().map(AlertReport::hours).orElse(""),
                Boolean.toString(review.isOverdue()));
    }

    private static String hours(Duration duration) {
        return String.format(Locale.ROOT, "%.2f", duration.toSeconds() / SECONDS_AN_HOUR);
    }
}
