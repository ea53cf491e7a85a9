package org.chartwarden.reports.alerts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.Severity;
import org.chartwarden.reports.ReportContext;
import org.chartwarden.reports.Words;
import org.chartwarden.reports.data.AlertRow;
import org.chartwarden.reports.data.AlertWords;
import org.chartwarden.reports.pdf.Column;
import org.chartwarden.reports.pdf.Fact;
import org.chartwarden.reports.pdf.PdfDocument;
import org.chartwarden.reports.pdf.Picture;
import org.chartwarden.reports.pdf.Table;
import org.chartwarden.reports.picture.Bars;
import org.chartwarden.reports.picture.DayColumns;
import org.chartwarden.sink.mail.Deadlines;

/** The alert and disposition summary as people read it. */
final class AlertPages {

    private static final int MEDIAN = 50;
    private static final int NINETIETH = 90;

    private final ReportContext context;
    private final AlertTally tally;
    private final Watched watched;
    private final Map<String, Long> officers;
    private final PdfDocument document;

    AlertPages(ReportContext context, AlertTally tally, Watched watched, Map<String, Long> officers) {
        this.context = context;
        this.tally = tally;
        this.watched = watched;
        this.officers = officers;
        this.document = new PdfDocument(context.title(
                "Alert and disposition summary",
                "What was raised, what was decided and how fast, and how right each rule was.",
                List.of()));
    }

    PdfDocument document() {
        addSummary();
        addDays();
        addSpeed();
        addDecisions();
        addRules();
        addOpen();
        addNotes();
        return document;
    }

    private void addSummary() {
        document.figures(List.of(
                        Fact.count(watched.accesses(), "access watched", "accesses watched"),
                        Fact.count(tally.raised(), "alert", "alerts"),
                        Fact.count(tally.decided(), "decided", "decided"),
                        Fact.count(tally.open().size(), "open", "open"),
                        Fact.count(tally.overdue(), "overdue", "overdue")))
                .paragraph("Of the accesses " + Words.share(watched.explained(), watched.accesses())
                        + " were explained by care or work on record. "
                        + Words.count(tally.count(AlertStatus.EXPLAINED), "alert was", "alerts were")
                        + " explained by paperwork that came late, and "
                        + Words.count(tally.count(AlertStatus.PROVISIONAL), "alert still waits", "alerts still wait")
                        + " for it.");
    }

    private void addDays() {
        document.heading("Day by day")
                .picture(new Picture(
                        DayColumns.draw(
                                List.of("decided", "open or waiting for paperwork", "explained by late paperwork"),
                                tally.days(),
                                "Alerts by the day of their first access"),
                        "How many alerts each day's accesses raised, and what became of them."));
    }

    private void addSpeed() {
        List<Severity> gravestFirst = new ArrayList<>(tally.severities().keySet());
        Collections.reverse(gravestFirst);
        document.heading("How fast")
                .table(new Table(
                        List.of(
                                Column.text("Severity", 1.4),
                                Column.text("Time allowed", 1.6),
                                Column.number("Alerts", 1),
                                Column.number("Decided", 1.1),
                                Column.number("Median", 1.5),
                                Column.number("90th percentile", 1.7),
                                Column.number("In time", 1.2),
                                Column.number("Open", 0.9),
                                Column.number("Overdue", 1.2)),
                        gravestFirst.stream().map(this::speedRow).toList()));
    }

    private List<String> speedRow(Severity severity) {
        SeverityTally found = tally.severities().get(severity);
        return List.of(
                AlertWords.lowerCase(severity),
                Words.length(Deadlines.timeToReview(severity)),
                Words.number(found.raised()),
                Words.number(found.decided()),
                length(found.seconds().percentile(MEDIAN)),
                length(found.seconds().percentile(NINETIETH)),
                Words.share(found.inTime(), found.seconds().count()),
                Words.number(found.open()),
                Words.number(found.overdue()));
    }

    private static String length(OptionalLong seconds) {
        return seconds.isEmpty() ? "–" : Words.length(Duration.ofSeconds(seconds.getAsLong()));
    }

    private void addDecisions() {
        document.heading("What was decided")
                .table(new Table(
                        List.of(Column.text("Decision", 3), Column.number("Alerts", 1), Column.number("Share", 1)),
                        tally.decisions().entrySet().stream()
                                .map(found -> List.of(
                                        AlertWords.decision(found.getKey()),
                                        Words.number(found.getValue()),
                                        Words.share(found.getValue(), tally.decided())))
                                .toList()))
                .subheading("By whom, in this time, on alerts of whatever time")
                .table(new Table(
                        List.of(Column.text("Officer", 3), Column.number("Decisions", 1)),
                        officers.entrySet().stream()
                                .map(officer -> List.of(officer.getKey(), Words.number(officer.getValue())))
                                .toList()));
    }

    private void addRules() {
        List<Bars.Bar> bars = tally.rules().stream()
                .filter(rule -> rule.decided() > 0)
                .map(rule -> new Bars.Bar(
                        rule.name(),
                        List.of(rule.confirmed(), rule.otherwise(), rule.dismissed()),
                        "precision " + rule.precision()))
                .toList();
        document.heading("Rule by rule");
        if (!bars.isEmpty()) {
            document.picture(new Picture(
                    Bars.draw(List.of("confirmed", "neither", "dismissed"), bars, "Decided alerts by rule"),
                    "What officers decided on each rule's alerts."));
        }
        document.table(new Table(
                List.of(
                        Column.text("Rule", 3.6),
                        Column.number("Alerts", 1),
                        Column.number("Explained late", 1.3),
                        Column.number("Open", 0.9),
                        Column.number("Confirmed", 1.3),
                        Column.number("Neither", 1.1),
                        Column.number("Dismissed", 1.3),
                        Column.number("Precision", 1.3)),
                tally.rules().stream().map(AlertPages::ruleRow).toList()));
    }

    private static List<String> ruleRow(RuleTally rule) {
        return List.of(
                rule.name(),
                Words.number(rule.raised()),
                Words.number(rule.explained()),
                Words.number(rule.open()),
                Words.number(rule.confirmed()),
                Words.number(rule.otherwise()),
                Words.number(rule.dismissed()),
                rule.precision());
    }

    private void addOpen() {
        document.heading("Open, the earliest deadline first")
                .table(new Table(
                        List.of(
                                Column.text("Due", 2),
                                Column.text("Opened", 2),
                                Column.text("Severity", 1.2),
                                Column.text("Rule", 3),
                                Column.text("Alert", 3)),
                        tally.open().stream().map(this::openRow).toList()));
    }

    private List<String> openRow(Review review) {
        AlertRow alert = review.alert();
        return List.of(
                review.due().map(context::time).orElse("") + (review.isOverdue() ? "\noverdue" : ""),
                alert.openedAt().map(context::time).orElse(""),
                AlertWords.lowerCase(alert.severity()),
                alert.ruleName(),
                alert.alertId());
    }

    private void addNotes() {
        document.heading("How it is counted")
                .list(List.of(
                        "It serves the regular review of records of information system activity: 45 CFR"
                                + " 164.308(a)(1)(ii)(D). It has the alerts whose first access lies in its time, as they"
                                + " stand at the moment of the report.",
                        "The time to a decision counts from when an alert opened, after paperwork had had its time."
                                + " Alerts that were decided before they opened are not in these times.",
                        "Confirmed are the violations; dismissed is what was appropriate, a gap in the documentation"
                                + " or a duplicate; an own record, what was unsubstantiated and what was referred is"
                                + " neither. Precision is the share of the confirmed ones among the confirmed and the"
                                + " dismissed.",
                        Words.count(watched.late(), "access was", "accesses were")
                                + " told too late to be judged by rules, and "
                                + Words.count(watched.notUnderstood(), "record", "records")
                                + " could not be read or stored and wait as dead letters, or were replayed since."));
    }
}
