package org.chartwarden.standalone.demo;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.chartwarden.model.Alert;
import org.chartwarden.model.Department;
import org.chartwarden.standalone.check.Conservation;
import org.chartwarden.standalone.check.Scorecard;
import org.chartwarden.standalone.terminal.Terminal;

/**
 * What a simulated day came to.
 *
 * @param sent AuditEvents that were sent, the repeated ones included
 * @param received of these, how many the listener says it has read
 * @param explained accesses for which a reason was found
 * @param alerts the newest revision of each alert
 * @param mails the mails that arrived in the mailbox
 */
public record DemoReport(
        long sent,
        long received,
        long explained,
        List<Alert> alerts,
        List<Path> mails,
        Scorecard scorecard,
        Conservation conservation) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

    /** Every planted incident was found, no event was lost, and each alert that mails was mailed once. */
    public boolean passed() {
        return scorecard.missed().isEmpty() && nothingLost() && mails.size() == mailing();
    }

    private long mailing() {
        return alerts.stream().filter(Alert::getMails).count();
    }

    private boolean nothingLost() {
        return conservation.holds() && sent == received && received == conservation.produced() + deadLettered();
    }

    private long deadLettered() {
        return conservation.deadLettered().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The alerts, the mails, the scorecard, and whether the law holds. */
    public void print(Terminal terminal) {
        printAlerts(terminal);
        printMails(terminal);
        printScorecard(terminal);
        printLaw(terminal);
    }

    private void printAlerts(Terminal terminal) {
        terminal.heading("Alerts");
        alerts.stream()
                .sorted(Comparator.comparing(Alert::getRiskScore)
                        .reversed()
                        .thenComparing(Alert::getFirstEventTime)
                        .thenComparing(Alert::getAlertId))
                .forEach(alert -> {
                    terminal.line(
                            "%s  %s  %s",
                            alert.getSeverity().name().toLowerCase(Locale.ROOT),
                            TIME.format(alert.getFirstEventTime()),
                            alert.getRuleName());
                    terminal.line("    %s", who(alert));
                    alert.getReasons().forEach(reason -> terminal.bullet("    ", reason));
                    alert.getMitigations().forEach(reason -> terminal.bullet("    ", "But: " + reason));
                });
    }

    private static String who(Alert alert) {
        String departments = String.join(
                ", ",
                alert.getUserDepartments().stream().map(DemoReport::nameOf).toList());
        String patient = alert.getPatientId() == null ? "several patients" : "patient " + alert.getPatientId();
        return "%s (%s%s), %s, %d %s, revision %d"
                .formatted(
                        alert.getUserFullName(),
                        alert.getUserId(),
                        departments.isEmpty() ? "" : ", " + departments,
                        patient,
                        alert.getEventCount(),
                        alert.getEventCount() == 1 ? "access" : "accesses",
                        alert.getRevision());
    }

    private static String nameOf(Department department) {
        return department.getName() == null ? department.getId() : department.getName();
    }

    private void printMails(Terminal terminal) {
        terminal.heading("Mails");
        terminal.line("%d mails for the %d alerts that mail", mails.size(), mailing());
        mails.stream().findFirst().ifPresent(first -> terminal.line("The first one: %s", first));
    }

    private void printScorecard(Terminal terminal) {
        terminal.heading("Scorecard");
        terminal.line("%-30s %8s %8s %10s", "rule", "planted", "found", "unplanted");
        for (Scorecard.Line line : scorecard.byRule()) {
            terminal.line("%-30s %8d %8d %10d", line.ruleId(), line.planted(), line.found(), line.unplanted());
        }
        long accesses = conservation.explained();
        terminal.line(
                "recall %.0f %%, precision %.0f %%, %.1f %% of %,d accesses explained, %.1f alerts per 10,000 accesses",
                100 * scorecard.recall(),
                100 * scorecard.precision(),
                accesses == 0 ? 100 : 100.0 * explained / accesses,
                accesses,
                accesses == 0 ? 0 : 10_000.0 * alerts.size() / accesses);
        scorecard
                .missed()
                .forEach(incident -> terminal.line("MISSED  %s: %s", incident.ruleId(), incident.description()));
        scorecard
                .unplanted()
                .forEach(alert -> terminal.line("UNPLANTED  %s by %s", alert.getRuleId(), alert.getUserId()));
    }

    private void printLaw(Terminal terminal) {
        terminal.heading("Nothing lost");
        terminal.line("%,d sent = %,d received", sent, received);
        terminal.line(
                "%,d received = %,d produced + %,d dead-lettered", received, conservation.produced(), deadLettered());
        terminal.line(
                "%,d produced = %,d explained + %,d duplicates",
                conservation.produced(), conservation.explained(), conservation.duplicates());
        terminal.line("%,d explained = %,d indexed", conservation.explained(), conservation.indexed());
        conservation.violations().forEach(violation -> terminal.line("VIOLATED  %s", violation));
        terminal.line(
                nothingLost() ? "The law holds, by the ids in Kafka and in Elasticsearch." : "The law does NOT hold.");
    }
}
