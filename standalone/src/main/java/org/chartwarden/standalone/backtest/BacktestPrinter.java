package org.chartwarden.standalone.backtest;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.chartwarden.model.Alert;
import org.chartwarden.standalone.backtest.BacktestReport.Count;
import org.chartwarden.standalone.terminal.Terminal;
import org.chartwarden.streams.rule.Rule;

/** Shows a backtest: how many alerts, about whom, and what is new in them. */
public final class BacktestPrinter {

    private static final int MOST_ALERTS = 50;
    private static final int MOST_COUNTS = 10;

    private final DateTimeFormatter times;
    private final Terminal terminal;

    /** @param zone in which times are shown: the site's */
    public BacktestPrinter(Terminal terminal, ZoneId zone) {
        this.terminal = terminal;
        this.times =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(zone);
    }

    public void print(Rule rule, BacktestReport report) {
        List<Alert> alerts = report.alerts();
        terminal.line(
                "%s version %d over %,d recorded accesses: %,d alerts, %,d of them raised by a current rule already",
                rule.id(),
                rule.version(),
                report.accesses(),
                alerts.size(),
                report.raisedBy().size());
        if (alerts.isEmpty()) {
            return;
        }
        terminal.heading("Alerts");
        alerts.stream().limit(MOST_ALERTS).forEach(alert -> print(alert, report));
        if (alerts.size() > MOST_ALERTS) {
            terminal.line("… and %,d more", alerts.size() - MOST_ALERTS);
        }
        print("By user", report.byUser());
        print("By patient", report.byPatient());
        print("Raised by a current rule already", report.byCurrentRule());
    }

    private void print(Alert alert, BacktestReport report) {
        terminal.line(
                "%s to %s  %d %s, %s",
                times.format(alert.getFirstEventTime()),
                times.format(alert.getLastEventTime()),
                alert.getEventCount(),
                alert.getEventCount() == 1 ? "access" : "accesses",
                about(alert));
        Set<String> rules = report.raisedBy().getOrDefault(alert.getAlertId(), Set.of());
        terminal.bullet(
                "    ",
                "alert " + alert.getAlertId()
                        + (rules.isEmpty() ? ", new" : ", raised already by " + String.join(", ", rules)));
    }

    private static String about(Alert alert) {
        String patient = alert.getPatientId() == null ? "several patients" : "patient " + alert.getPatientId();
        return switch (alert.getSubject()) {
            case USER -> "user " + alert.getUserId() + ", " + patient;
            case PATIENT ->
                patient + ", users "
                        + alert.getInvolvedUserIds().stream().limit(MOST_COUNTS).collect(Collectors.joining(", "));
        };
    }

    private void print(String heading, List<Count> counts) {
        if (counts.isEmpty()) {
            return;
        }
        terminal.heading(heading);
        counts.stream().limit(MOST_COUNTS).forEach(count -> terminal.line("%,6d  %s", count.alerts(), count.what()));
        if (counts.size() > MOST_COUNTS) {
            terminal.line("… and %,d more", counts.size() - MOST_COUNTS);
        }
    }
}
