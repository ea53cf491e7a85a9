package org.chartwarden.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.standalone.check.Alerts.alert;
import static org.chartwarden.standalone.check.Alerts.patientAlert;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.producers.simulator.PlantedIncident;
import org.chartwarden.producers.simulator.PlantedInnocent;
import org.chartwarden.serde.TrustedClasses;
import org.chartwarden.standalone.check.Conservation;
import org.chartwarden.standalone.check.Scorecard;
import org.chartwarden.standalone.demo.MailAudit.Mail;
import org.chartwarden.standalone.terminal.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoReportTest {

    static {
        TrustedClasses.ensure();
    }

    private static final Conservation LAWFUL = new Conservation(10, 1, 9, 9, Map.of(), List.of());
    private static final Conservation LOST = new Conservation(10, 1, 9, 8, Map.of(), List.of("1 accesses are missing"));
    private static final Alert MAILED = Alert.newBuilder(alert("vip", "u1", "p1"))
            .setMails(true)
            .setReasons(List.of("Opened the record of a patient on the watch list without a reason on record."))
            .build();
    private static final Alert EXPLAINED = Alert.newBuilder(alert("vip", "u2", "p2"))
            .setMails(true)
            .setStatus(AlertStatus.EXPLAINED)
            .setExplainedBecause(List.of("The user ordered a laboratory test for the patient."))
            .build();
    private static final PlantedIncident INCIDENT = new PlantedIncident(
            "vip", "u1", List.of("p1"), Instant.parse("2026-03-10T10:00:00Z"), 1, "a curious colleague");

    @Test
    void shouldPassWhenAllIsFoundNobodyIsAccusedAndNothingIsLost() {
        assertThat(report(List.of("vipu1"), LAWFUL, List.of(MAILED, EXPLAINED)).passed())
                .isTrue();
    }

    @Test
    void shouldSayWhichIncidentIsMissed() {
        DemoReport report = report(List.of("vipu1"), LAWFUL, List.of(EXPLAINED));

        assertThat(report.failures()).containsExactly("Missed: vip by u1 on patient p1: a curious colleague");
        assertThat(report.passed()).isFalse();
    }

    @Test
    void shouldSayWhoIsAccusedAndByWhichAlert() {
        Alert accusing = alert("accumulated-risk", "u3", null);

        DemoReport report = report(List.of("vipu1"), LAWFUL, List.of(MAILED, accusing));

        assertThat(report.failures())
                .containsExactly("Wrongly accused: user u3, planted to look like off-shift (swapped the shift), by"
                        + " accumulated-risk alert accumulated-risku3");
    }

    @Test
    void shouldSayWhatIsLost() {
        DemoReport report = report(List.of("vipu1"), LOST, List.of(MAILED));

        assertThat(report.failures()).containsExactly("Events: 1 accesses are missing");
    }

    @Test
    void shouldSayWhichMailIsMissingOrOneTooMany() {
        DemoReport report = report(List.of("vipu2", "vipu2"), LAWFUL, List.of(MAILED, EXPLAINED));

        assertThat(report.failures())
                .containsExactly(
                        "Alerts that were opened, but nobody was mailed: vipu1",
                        "Alerts that were mailed, but never open: vipu2",
                        "Alerts that were mailed more than once: vipu2");
    }

    @Test
    void shouldMissNoMailOfWhatPaperworkClosedBeforeIt() {
        DemoReport report =
                report(mails(Set.of("vipu1", "vipu2"), List.of("vipu1")), LAWFUL, List.of(MAILED, EXPLAINED));

        assertThat(report.failures()).isEmpty();
    }

    @Test
    void shouldReadFromTheMailsWhichAlertsTheyTellOf(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("000001.eml"), "Subject: HIGH alert x\r\n\r\nAlert:     a1\r\nSeverity: HIGH");
        Files.writeString(folder.resolve("000002.eml"), "Subject: hello");

        MailAudit audit = MailAudit.of(Set.of("a1"), folder);

        assertThat(audit.mails())
                .containsExactly(
                        new Mail(folder.resolve("000001.eml"), "a1"),
                        new Mail(folder.resolve("000002.eml"), "none, in 000002.eml"));
        assertThat(audit.failures(Set.of("a1")))
                .containsExactly("Alerts that were mailed, but never open: none, in 000002.eml");
    }

    @Test
    void shouldCountTheAlertsThatPaperworkClosedAfterTheirMail() {
        List<Alert> alerts = List.of(MAILED, EXPLAINED);
        MailAudit mails = mails(Set.of("vipu1", "vipu2"), List.of("vipu1", "vipu2"));

        String printed = printed(report(mails, LAWFUL, alerts));

        assertThat(printed)
                .contains("… and 0 more; of all 1, 1 had opened and been mailed before the paperwork came\n")
                .contains("PASSED");
    }

    @Test
    void shouldEndWithEveryReasonForAFailure() {
        String printed = printed(report(List.of("vipu9"), LOST, List.of(EXPLAINED)));

        assertThat(printed).endsWith("""

                        FAILED
                        • Missed: vip by u1 on patient p1: a curious colleague
                        • Events: 1 accesses are missing
                        • Alerts that were mailed, but never open: vipu9
                        """);
    }

    @Test
    void shouldFitATerminalAndSayWhatEveryRuleCameTo() {
        List<Alert> alerts = List.of(MAILED, EXPLAINED, patientAlert("crowd-on-one-patient-of-all", "p9"));

        String printed = printed(report(List.of("vipu1"), LAWFUL, alerts));

        assertThat(printed.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(printed)
                .contains("Closed itself: The user ordered a laboratory test for the patient.")
                .contains("1 mails for the 1 alerts that opened and mail")
                .contains("… and 0 more; of all 1, 0 had opened and been mailed before the paperwork came\n")
                .contains("UNPLANTED  crowd-on-one-patient-of-all: patient p9, alert crowd-on-one-patient-of-allp9\n")
                .contains("The law holds")
                .endsWith("\n\nPASSED: every incident found, no innocent accused, nothing lost, one mail for each open"
                        + " alert\n");
        assertThat(row(printed, "vip")).containsExactly("vip", "1", "1", "0", "0", "0", "0", "1");
        assertThat(row(printed, "off-shift")).containsExactly("off-shift", "0", "0", "0", "0", "1", "0", "0");
    }

    private static String[] row(String printed, String rule) {
        return printed.lines()
                .filter(line -> line.startsWith(rule + " "))
                .findFirst()
                .orElseThrow()
                .split(" +");
    }

    private static String printed(DemoReport report) {
        StringWriter printed = new StringWriter();
        new ReportPrinter(report, new Terminal(new PrintWriter(printed))).print();
        return printed.toString();
    }

    private static MailAudit mails(Set<String> due, List<String> told) {
        return new MailAudit(
                due, told.stream().map(id -> new Mail(Path.of("1.eml"), id)).toList());
    }

    private static DemoReport report(List<String> mailed, Conservation conservation, List<Alert> alerts) {
        return report(mails(Set.of("vipu1"), mailed), conservation, alerts);
    }

    private static DemoReport report(MailAudit mails, Conservation conservation, List<Alert> alerts) {
        PlantedInnocent innocent = new PlantedInnocent("off-shift", "u3", List.of("p3"), "swapped the shift");
        return new DemoReport(
                10, 10, 8, alerts, mails, Scorecard.of(List.of(INCIDENT), List.of(innocent), alerts), conservation);
    }
}
