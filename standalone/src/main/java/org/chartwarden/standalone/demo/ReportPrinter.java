package org.chartwarden.standalone.demo;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chartwarden.model.Alert;
import org.chartwarden.standalone.check.Conservation;
import org.chartwarden.standalone.check.Scorecard;
import org.chartwarden.standalone.terminal.Terminal;

/** Shows a report on a terminal of 100 columns: a few alerts in full, then what all of them come to. */
public final class ReportPrinter {

    private static final int STORIES = 6;
    private static final int SELF_CLOSED = 2;
    private static final String ROW = "%-29s %7s %6s %7s %10s %10s %8s %12s";

    private final DemoReport report;
    private final Scorecard scorecard;
    private final Terminal terminal;

    public ReportPrinter(DemoReport report, Terminal terminal) {
        this.report = report;
        this.scorecard = report.scorecard();
        this.terminal = terminal;
    }

    /** The alerts, the mails, the scorecard, whether the law holds, and in the last lines the verdict. */
    public void print() {
        printStanding();
        printSelfClosed();
        printMails();
        printScorecard();
        printLaw();
        printVerdict();
    }

    private void printStanding() {
        terminal.heading("Alerts");
        List<Alert> standing = report.alerts().stream()
                .filter(alert -> !scorecard.selfClosed().contains(alert))
                .sorted(Comparator.comparing(Alert::getRiskScore)
                        .reversed()
                        .thenComparing(Alert::getFirstEventTime)
                        .thenComparing(Alert::getAlertId))
                .toList();
        List<Alert> told = oneOfEachRule(standing, STORIES);
        told.forEach(alert -> AlertLines.print(terminal, alert));
        terminal.line("… and %d more", standing.size() - told.size());
    }

    private void printSelfClosed() {
        List<Alert> closed = scorecard.selfClosed();
        terminal.heading("Closed themselves, since late paperwork explained them");
        List<Alert> explained = oneOfEachRule(closed, SELF_CLOSED);
        explained.forEach(alert -> AlertLines.print(terminal, alert));
        // Paperwork that comes after the grace finds the alert open, and the mail sent.
        long mailed = closed.stream()
                .filter(alert -> report.mails().hasTold(alert.getAlertId()))
                .count();
        terminal.line(
                "… and %d more; of all %d, %d had opened and been mailed before the paperwork came",
                closed.size() - explained.size(), closed.size(), mailed);
    }

    private static List<Alert> oneOfEachRule(List<Alert> alerts, int most) {
        Set<String> rules = new HashSet<>();
        return alerts.stream()
                .filter(alert -> rules.add(alert.getRuleId()))
                .limit(most)
                .toList();
    }

    private void printMails() {
        terminal.heading("Mails");
        terminal.line(
                "%d mails for the %d alerts that opened and mail",
                report.mails().mails().size(), report.mails().due().size());
        report.mails().mails().stream()
                .findFirst()
                .ifPresent(first -> terminal.line("The first one: %s", first.file()));
    }

    private void printScorecard() {
        terminal.heading("Scorecard");
        terminal.line(ROW, "rule", "planted", "found", "beside", "unplanted", "innocents", "accused", "self-closed");
        scorecard
                .byRule()
                .forEach(line -> terminal.line(
                        ROW,
                        line.ruleId(),
                        line.planted(),
                        line.found(),
                        line.beside(),
                        line.unplanted(),
                        line.innocents(),
                        line.accused(),
                        line.selfClosed()));
        printRates();
        scorecard
                .unplanted()
                .forEach(alert -> terminal.bullet(
                        "",
                        "UNPLANTED  %s: %s, alert %s"
                                .formatted(alert.getRuleId(), AlertLines.about(alert), alert.getAlertId())));
    }

    private void printRates() {
        long accesses = report.conservation().explained();
        long standing = report.alerts().size() - scorecard.selfClosed().size();
        terminal.line(
                "recall %.0f %%, precision %.0f %%, %.1f %% of %,d accesses explained, %.1f alerts per 10,000 accesses",
                100 * scorecard.recall(),
                100 * scorecard.precision(),
                accesses == 0 ? 100 : 100.0 * report.explained() / accesses,
                accesses,
                accesses == 0 ? 0 : 10_000.0 * standing / accesses);
        terminal.bullet(
                "",
                "beside: alerts of another rule about the same person or record; innocents: planted to look guilty;"
                        + " self-closed: explained by paperwork that came late");
    }

    private void printLaw() {
        Conservation law = report.conservation();
        terminal.heading("Nothing lost");
        terminal.line("%,d sent = %,d received", report.sent(), report.received());
        terminal.line(
                "%,d received = %,d produced + %,d dead-lettered",
                report.received(), law.produced(), report.deadLettered());
        terminal.line(
                "%,d produced = %,d explained + %,d duplicates", law.produced(), law.explained(), law.duplicates());
        terminal.line("%,d explained = %,d indexed", law.explained(), law.indexed());
        terminal.line(
                report.nothingLost()
                        ? "The law holds, by the ids in Kafka and in Elasticsearch."
                        : "The law does NOT hold.");
    }

    private void printVerdict() {
        List<String> failures = report.failures();
        terminal.line("");
        terminal.line(
                failures.isEmpty()
                        ? "PASSED: every incident found, no innocent accused, nothing lost, one mail for each open alert"
                        : "FAILED");
        failures.forEach(failure -> terminal.bullet("", failure));
    }
}
