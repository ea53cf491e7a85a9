package org.chartwarden.standalone.demo;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.chartwarden.model.Alert;
import org.chartwarden.model.Department;
import org.chartwarden.standalone.terminal.Terminal;

/** Shows one alert in a few lines: here on the hospital's own terminal it may name people. */
final class AlertLines {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private AlertLines() {}

    static void print(Terminal terminal, Alert alert) {
        terminal.line(
                "%-8s  %s  %s",
                alert.getSeverity().name().toLowerCase(Locale.ROOT),
                TIME.format(alert.getFirstEventTime()),
                alert.getRuleName());
        terminal.line("    %s", who(alert));
        alert.getReasons().forEach(reason -> terminal.bullet("    ", reason));
        alert.getMitigations().forEach(reason -> terminal.bullet("    ", "But: " + reason));
        alert.getExplainedBecause().forEach(reason -> terminal.bullet("    ", "Closed itself: " + reason));
    }

    /** Whom it is about, by ids alone. */
    static String about(Alert alert) {
        return switch (alert.getSubject()) {
            case USER ->
                (alert.getUserId() == null ? "an unnamed user" : "user " + alert.getUserId()) + ", " + patient(alert);
            case PATIENT -> patient(alert);
        };
    }

    private static String who(Alert alert) {
        String what = "%d %s, revision %d"
                .formatted(
                        alert.getEventCount(), alert.getEventCount() == 1 ? "access" : "accesses", alert.getRevision());
        return switch (alert.getSubject()) {
            case USER -> person(alert) + ", " + patient(alert) + ", " + what;
            case PATIENT ->
                "%s, %d users, %s"
                        .formatted(patient(alert), alert.getInvolvedUserIds().size(), what);
        };
    }

    private static String person(Alert alert) {
        if (alert.getUserId() == null) {
            return "an unnamed user";
        }
        String departments = String.join(
                ", ",
                alert.getUserDepartments().stream().map(AlertLines::nameOf).toList());
        String name = alert.getUserFullName() == null ? "an unknown user" : alert.getUserFullName();
        return "%s (%s%s)".formatted(name, alert.getUserId(), departments.isEmpty() ? "" : ", " + departments);
    }

    private static String patient(Alert alert) {
        return alert.getPatientId() == null ? "several patients" : "patient " + alert.getPatientId();
    }

    private static String nameOf(Department department) {
        return department.getName() == null ? department.getId() : department.getName();
    }
}
