package org.chartwarden.reports.user;

import java.util.ArrayList;
import java.util.List;
import org.chartwarden.reports.Newest;
import org.chartwarden.reports.ReportContext;
import org.chartwarden.reports.Words;
import org.chartwarden.reports.data.AccessRow;
import org.chartwarden.reports.data.AccessWords;
import org.chartwarden.reports.data.AlertRow;
import org.chartwarden.reports.data.AlertWords;
import org.chartwarden.reports.data.DispositionRow;
import org.chartwarden.reports.pdf.Column;
import org.chartwarden.reports.pdf.Fact;
import org.chartwarden.reports.pdf.PdfDocument;
import org.chartwarden.reports.pdf.Picture;
import org.chartwarden.reports.pdf.Table;
import org.chartwarden.reports.picture.AccessTimeline;
import org.chartwarden.reports.picture.UserAgainstPeers;
import org.chartwarden.reports.user.UserActivity.Patient;

/** The user activity report as people read it. */
final class UserPages {

    private final ReportContext context;
    private final UserActivity activity;
    private final List<UserAgainstPeers.Day> days;
    private final PdfDocument document;

    UserPages(ReportContext context, String userId, UserActivity activity, List<UserAgainstPeers.Day> days) {
        this.context = context;
        this.activity = activity;
        this.days = days;
        this.document = new PdfDocument(context.title(
                "User activity",
                "Which charts this person or account opened, and what was found of it.",
                about(userId, activity)));
    }

    private static List<Fact> about(String userId, UserActivity activity) {
        List<Fact> facts = new ArrayList<>(List.of(new Fact("User id", userId)));
        activity.newest().ifPresent(access -> {
            access.userName().ifPresent(name -> facts.add(new Fact("Name", name)));
            addFact(facts, "Department", access.departments());
            addFact(facts, "Role", access.roles());
        });
        return facts;
    }

    private static void addFact(List<Fact> facts, String name, List<String> values) {
        if (!values.isEmpty()) {
            facts.add(new Fact(name, Words.joined(values)));
        }
    }

    PdfDocument document(Newest<AlertRow> alerts, Newest<DispositionRow> decisions) {
        if (activity.newest().isEmpty()) {
            document.paragraph("No access of this user in this time, as far as the connected systems have told. If that"
                    + " is unexpected, check the user id and the time.");
        } else {
            addSummary(alerts.count());
            addPictures();
        }
        addAlerts(alerts);
        addDecisions(decisions);
        if (activity.newest().isPresent()) {
            addRules();
            addPatients();
            addNoteworthy();
        }
        addNotes();
        return document;
    }

    private void addSummary(long alerts) {
        document.figures(List.of(
                Fact.count(activity.opened(), "chart opening", "chart openings"),
                Fact.count(activity.patients().size(), "patient", "patients"),
                new Fact("explained", Words.share(activity.explained(), activity.opened())),
                Fact.count(activity.opened() - activity.explained(), "without a reason", "without a reason"),
                Fact.count(alerts, "alert", "alerts")));
    }

    private void addPictures() {
        document.heading("When")
                .picture(new Picture(
                        AccessTimeline.draw(activity.marks(), context.zone()), "The accesses by day and hour."))
                .heading("Beside the peers");
        if (days.isEmpty()) {
            document.paragraph("There is nothing to compare: the user's department or role is not known, or no chart"
                    + " was opened.");
            return;
        }
        document.picture(new Picture(
                        UserAgainstPeers.draw(days), "The user's chart openings a day beside those of the peers."))
                .note("Peers are all who had one of this user's departments and one of the roles. On each day, only"
                        + " those count who opened a chart.");
    }

    private void addAlerts(Newest<AlertRow> alerts) {
        document.heading("Alerts");
        addRemark(alerts.remark());
        document.table(new Table(
                List.of(
                        Column.text("First access", 2),
                        Column.text("Rule", 3),
                        Column.text("Severity", 1.3),
                        Column.text("Patient", 1.6),
                        Column.text("Outcome", 2),
                        Column.text("Alert", 2.8)),
                alerts.newestFirst().stream().map(this::alertRow).toList()));
    }

    private List<String> alertRow(AlertRow alert) {
        return List.of(
                context.time(alert.firstEventTime()),
                alert.ruleName(),
                AlertWords.lowerCase(alert.severity()),
                alert.patientId().orElse("several"),
                AlertWords.outcome(alert),
                alert.alertId());
    }

    private void addDecisions(Newest<DispositionRow> decisions) {
        document.heading("Decisions in this time");
        addRemark(decisions.remark());
        document.table(new Table(
                List.of(
                        Column.text("Time", 2),
                        Column.text("Decision", 2),
                        Column.text("By", 1.6),
                        Column.text("Note", 3.4),
                        Column.text("Alert", 2.8)),
                decisions.newestFirst().stream().map(this::decisionRow).toList()));
    }

    private List<String> decisionRow(DispositionRow decision) {
        return List.of(
                context.time(decision.time()),
                AlertWords.decision(decision.decision()),
                decision.decidedBy(),
                decision.note().orElse(""),
                decision.alertId());
    }

    private void addRules() {
        document.heading("Rules that fired")
                .table(new Table(
                        List.of(Column.text("Rule", 4), Column.number("Accesses", 1)),
                        activity.ruleHits().entrySet().stream()
                                .map(rule -> List.of(rule.getKey(), Words.number(rule.getValue())))
                                .toList()));
    }

    private void addPatients() {
        document.heading("Patients, those with hits of rules and without a reason first")
                .table(new Table(
                        List.of(
                                Column.text("Patient", 2.4),
                                Column.number("Times", 1),
                                Column.number("No reason", 1.2),
                                Column.number("Hits of rules", 1.4),
                                Column.text("First", 2.1),
                                Column.text("Last", 2.1)),
                        activity.patients().stream().map(this::patientRow).toList()));
    }

    private List<String> patientRow(Patient patient) {
        return List.of(
                patient.id(),
                Words.number(patient.times()),
                Words.number(patient.unexplained()),
                Words.number(patient.ruleHits()),
                context.time(patient.first()),
                context.time(patient.last()));
    }

    private void addNoteworthy() {
        document.heading("Accesses without a reason, or on which a rule fired, the newest first");
        addRemark(activity.noteworthy().remark());
        document.table(new Table(
                List.of(
                        Column.text("Time", 2),
                        Column.text("Patient", 1.6),
                        Column.text("What", 2),
                        Column.text("Why", 3.6),
                        Column.text("Rules", 2.6)),
                activity.noteworthy().newestFirst().stream()
                        .map(this::accessRow)
                        .toList()));
    }

    private List<String> accessRow(AccessRow access) {
        String missing = String.join("\n", access.unexplainedBecause());
        return List.of(
                context.time(access.time()),
                access.patientId().orElse(""),
                AccessWords.what(access),
                access.explained() || missing.isEmpty() ? AccessWords.why(access) : missing,
                String.join("\n", access.ruleIds()));
    }

    private void addRemark(String remark) {
        if (!remark.isEmpty()) {
            document.paragraph(remark);
        }
    }

    private void addNotes() {
        document.heading("How to read it")
                .list(List.of(
                        "An access without a reason is no proof of anything, and neither is an alert: what an officer"
                                + " found stands under the decisions.",
                        "Besides every chart opening, the CSV file has "
                                + Words.count(activity.other(), "search or other act", "searches and other acts")
                                + " and "
                                + Words.count(
                                        activity.refused(),
                                        "attempt that failed or was refused",
                                        "attempts that failed or were refused")
                                + ".",
                        "Department and role are those of the newest access. Times are those of the systems that"
                                + " logged, shown in the time zone " + context.zone() + "."));
    }
}
