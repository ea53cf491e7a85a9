package org.chartwarden.standalone.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.standalone.check.Alerts.alert;
import static org.chartwarden.standalone.check.Alerts.patientAlert;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Action;
import org.chartwarden.model.Alert;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Outcome;
import org.chartwarden.model.RuleHit;
import org.chartwarden.model.Severity;
import org.chartwarden.serde.AvroSerde;
import org.chartwarden.serde.SerdeFactory;
import org.chartwarden.standalone.backtest.BacktestReport.Count;
import org.chartwarden.standalone.terminal.Terminal;
import org.chartwarden.streams.rule.Rule;
import org.chartwarden.streams.rule.RulePack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BacktestReportTest {

    private static final Instant TIME = Instant.parse("2026-03-10T10:00:00Z");

    /** Has Avro trust our classes, which it needs for the default of a field that is not set. */
    @BeforeAll
    static void trust() {
        new SerdeFactory(AvroSerde.class.getName(), Map.of());
    }

    @Test
    void shouldSayWhichAlertsACurrentRuleRaisesAlready() {
        Alert known = Alert.newBuilder(alert("candidate", "u1", "p1"))
                .setEventIds(List.of("e1", "e2"))
                .build();
        Alert fresh = Alert.newBuilder(alert("candidate", "u2", null))
                .setEventIds(List.of("e3"))
                .build();

        BacktestReport report = BacktestReport.of(
                List.of(known, fresh), List.of(access("e1", "vip"), access("e2", "vip", "off-shift"), access("e3")));

        assertThat(report.accesses()).isEqualTo(3);
        assertThat(report.raisedBy()).isEqualTo(Map.of("candidateu1", Set.of("off-shift", "vip")));
        assertThat(report.byCurrentRule()).containsExactly(new Count("off-shift", 1), new Count("vip", 1));
    }

    @Test
    void shouldCountByUserAndPatientTheMostFirst() {
        BacktestReport report = BacktestReport.of(
                List.of(
                        alert("candidate", "u1", "p1"),
                        alert("candidate", "u2", "p1"),
                        alert("candidate", "u2", null),
                        patientAlert("candidate", "p1")),
                List.of());

        assertThat(report.byUser()).containsExactly(new Count("u2", 2), new Count("u1", 1));
        assertThat(report.byPatient()).containsExactly(new Count("p1", 3));
        assertThat(report.byCurrentRule()).isEmpty();
    }

    @Test
    void shouldPrintEachAlertWithItsIdAndWhatIsNewInIt() {
        Alert known = Alert.newBuilder(alert("candidate", "u1", "p1"))
                .setEventIds(List.of("e1"))
                .build();
        BacktestReport report =
                BacktestReport.of(List.of(known, patientAlert("candidate", "p2")), List.of(access("e1", "vip")));
        StringWriter printed = new StringWriter();
        Rule rule = RulePack.builtIn().rules().get(0);

        new BacktestPrinter(new Terminal(new PrintWriter(printed)), ZoneOffset.UTC).print(rule, report);

        assertThat(printed.toString().lines())
                .containsExactly(
                        ("""
                %s version %d over 1 recorded accesses: 2 alerts, 1 of them raised by a current rule already

                Alerts
                ──────
                2026-03-10 10:00 to 2026-03-10 10:00  1 access, patient p2, users u7, u8
                    • alert candidatep2, new
                2026-03-10 10:00 to 2026-03-10 10:00  1 access, user u1, patient p1
                    • alert candidateu1, raised already by vip

                By user
                ───────
                     1  u1

                By patient
                ──────────
                     1  p1
                     1  p2

                Raised by a current rule already
                ────────────────────────────────
                     1  vip
                """.formatted(rule.id(), rule.version())).lines().toArray(String[]::new));
    }

    private static ExplainedAccess access(String eventId, String... rules) {
        AccessEvent access = AccessEvent.newBuilder()
                .setEventId(eventId)
                .setTime(TIME)
                .setReceivedAt(TIME)
                .setAction(Action.R)
                .setCategory(AccessCategory.RECORD)
                .setOutcome(Outcome.SUCCESS)
                .build();
        return ExplainedAccess.newBuilder()
                .setAccess(access)
                .setExplained(false)
                .setRuleHits(Arrays.stream(rules).map(BacktestReportTest::hit).toList())
                .build();
    }

    private static RuleHit hit(String rule) {
        return RuleHit.newBuilder()
                .setRuleId(rule)
                .setRuleVersion(1)
                .setSeverity(Severity.HIGH)
                .setAlertId(rule)
                .setReason("why")
                .build();
    }
}
