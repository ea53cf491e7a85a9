package org.chartwarden.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.standalone.check.Alerts.alert;
import static org.chartwarden.standalone.check.Alerts.patientAlert;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.producers.simulator.PlantedIncident;
import org.chartwarden.producers.simulator.PlantedInnocent;
import org.chartwarden.serde.TrustedClasses;
import org.chartwarden.standalone.check.Conservation;
import org.chartwarden.standalone.check.Scorecard;
import org.chartwarden.standalone.terminal.Terminal;
import org.junit.jupiter.api.Test;

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
        assertThat(report(1, LAWFUL, List.of(MAILED, EXPLAINED)).passed()).isTrue();
    }

    @Test
    void shouldNotPassWhenAnIncidentIsMissed() {
        assertThat(report(0, LAWFUL, List.of(EXPLAINED)).passed()).isFalse();
    }

    @Test
    void shouldNotPassWhenAnInnocentIsAccused() {
        Alert accusing = alert("off-shift", "u3", "p3");

        assertThat(report(1, LAWFUL, List.of(MAILED, accusing)).passed()).isFalse();
    }

    @Test
    void shouldNotPassWhenAnEventIsLost() {
        assertThat(report(1, LOST, List.of(MAILED)).passed()).isFalse();
    }

    @Test
    void shouldNotPassWhenSomebodyWasMailedAboutAnAlertThatNeverOpened() {
        assertThat(report(2, LAWFUL, List.of(MAILED, EXPLAINED)).passed()).isFalse();
    }

    @Test
    void shouldFitATerminalAndSayWhatEveryRuleCameTo() {
        List<Alert> alerts = List.of(MAILED, EXPLAINED, patientAlert("crowd-on-one-patient-of-all", "p9"));
        StringWriter printed = new StringWriter();

        new ReportPrinter(report(1, LAWFUL, alerts), new Terminal(new PrintWriter(printed))).print();

        assertThat(printed.toString().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(printed.toString())
                .contains("Closed itself: The user ordered a laboratory test for the patient.")
                .contains("1 mails for the 1 alerts that opened and mail")
                .contains("UNPLANTED  crowd-on-one-patient-of-all: user null, patient p9")
                .contains("The law holds");
        assertThat(row(printed, "vip")).containsExactly("vip", "1", "1", "0", "0", "0", "0", "1");
        assertThat(row(printed, "off-shift")).containsExactly("off-shift", "0", "0", "0", "0", "1", "0", "0");
    }

    private static String[] row(StringWriter printed, String rule) {
        return printed.toString()
                .lines()
                .filter(line -> line.startsWith(rule + " "))
                .findFirst()
                .orElseThrow()
                .split(" +");
    }

    private static DemoReport report(int mails, Conservation conservation, List<Alert> alerts) {
        PlantedInnocent innocent = new PlantedInnocent("off-shift", "u3", List.of("p3"), "swapped the shift");
        return new DemoReport(
                10,
                10,
                8,
                alerts,
                1,
                List.of(Path.of("1.eml"), Path.of("2.eml")).subList(0, mails),
                Scorecard.of(List.of(INCIDENT), List.of(innocent), alerts),
                conservation);
    }
}
