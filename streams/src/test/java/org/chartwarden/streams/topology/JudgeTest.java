package org.chartwarden.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.chartwarden.streams.topology.Hospital.ALERT_IDS;
import static org.chartwarden.streams.topology.Hospital.NOW;
import static org.chartwarden.streams.topology.Records.ONCOLOGY;
import static org.chartwarden.streams.topology.Records.access;
import static org.chartwarden.streams.topology.Records.patient;
import static org.chartwarden.streams.topology.Records.staff;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.RuleHit;
import org.chartwarden.model.Severity;
import org.chartwarden.service.Counters.Count;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeTest extends TopologyTest {

    private static final String NO_REASON =
            " The user is not in the workforce directory. The patient has no encounter on record."
                    + " The user had no explained access to this patient in the 30 days before.";

    private static final Instant MIDNIGHT_IN_BERLIN = Instant.parse("2026-03-01T23:00:00Z");

    @Test
    void shouldRaiseAnAlertAndTellTheAccessOfIt() {
        hospital.patient(patient("p1", true));
        String alertId = ALERT_IDS.of("vip-without-explanation", "u1", "p1", MIDNIGHT_IN_BERLIN);
        String reason = "Opened the record of a patient on the watch list without a reason on record." + NO_REASON;

        List<ExplainedAccess> judged =
                hospital.open(access("a1", "u1", "p1", NOW).build());

        assertThat(judged).hasSize(1);
        assertThat(judged.get(0).getRuleHits())
                .containsExactly(new RuleHit("vip-without-explanation", 1, Severity.HIGH, alertId, reason));
        assertThat(hospital.alerts())
                .containsExactly(Alert.newBuilder()
                        .setAlertId(alertId)
                        .setRevision(1)
                        .setStatus(AlertStatus.OPEN)
                        .setSeverity(Severity.HIGH)
                        .setRiskScore(73)
                        .setRuleId("vip-without-explanation")
                        .setRuleVersion(1)
                        .setRuleName("Watch-listed patient's record without explanation")
                        .setUserId("u1")
                        .setPatientId("p1")
                        .setFirstEventTime(NOW)
                        .setLastEventTime(NOW)
                        .setEventCount(1)
                        .setEventIds(List.of("a1"))
                        .setReasons(List.of(reason))
                        .setMails(true)
                        .build());
        assertThat(hospital.counters.get(Count.ALERT_REVISION)).isEqualTo(1);
    }

    @Test
    void shouldReviseTheAlertOfTheDayAndOpenAnotherTheNextDay() {
        hospital.patient(patient("p1", true));

        hospital.open(
                access("a1", "u1", "p1", NOW).build(),
                access("a2", "u1", "p1", before("PT10H30M")).setEmergency(true).build(),
                access("a3", "u1", "p1", Instant.parse("2026-03-02T22:59:59Z")).build(),
                access("a4", "u1", "p1", Instant.parse("2026-03-02T23:00:00Z")).build());

        List<Alert> alerts = hospital.alerts();
        assertThat(alerts).extracting(Alert::getRevision).containsExactly(1, 2, 3, 1);
        Alert today = alerts.get(2);
        assertThat(today.getAlertId())
                .isEqualTo(alerts.get(0).getAlertId())
                .isNotEqualTo(alerts.get(3).getAlertId());
        assertThat(today.getEventIds()).containsExactly("a1", "a2", "a3");
        assertThat(today.getEventCount()).isEqualTo(3);
        assertThat(today.getFirstEventTime()).isEqualTo(before("PT10H30M"));
        assertThat(today.getLastEventTime()).isEqualTo(Instant.parse("2026-03-02T22:59:59Z"));
        assertThat(today.getReasons()).hasSize(1);
        assertThat(today.getMitigations()).containsExactly("The user declared an emergency");
    }

    @Test
    void shouldRaiseTheSameAlertsWhenEverythingIsReadAgain(@TempDir Path other) {
        hospital.patient(patient("p1", true));
        AccessEvent[] events = {
            access("a1", "u1", "p1", NOW).build(),
            access("a2", "u1", "p1", after("PT1M")).build()
        };
        hospital.open(events);
        List<Alert> first = hospital.alerts();

        try (Hospital again = new Hospital(other)) {
            again.patient(patient("p1", true));
            again.open(events);
            assertThat(again.alerts()).isEqualTo(first).hasSize(2);
        }
    }

    @Test
    void shouldAlertOnACoworkersRecordButNotOnOnesOwn() {
        hospital.staff(
                staff("Practitioner/u1", "u1", ONCOLOGY).setPatientId("p1").build());

        List<ExplainedAccess> judged = hospital.open(
                access("a1", "u1", "p1", NOW).build(),
                access("a2", "u2", "p1", NOW).build());

        assertThat(judged).extracting(each -> each.getRuleHits().size()).containsExactly(0, 1);
        assertThat(hospital.alerts())
                .extracting(Alert::getRuleId, Alert::getUserId, Alert::getPatientId, Alert::getRiskScore)
                .containsExactly(tuple("coworker-record", "u2", "p1", 47));
    }

    @Test
    void shouldStaySilentAtTenPatientsAndAlertAtTheEleventh() {
        hospital.open(patients(1, 10, "PT6M"));
        assertThat(hospital.alerts()).isEmpty();

        List<ExplainedAccess> judged =
                hospital.open(access("a11", "u1", "p11", after("PT60M")).build());

        List<Alert> alerts = hospital.alerts();
        assertThat(alerts).hasSize(1);
        assertThat(alerts.get(0).getEventIds())
                .containsExactly("a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "a10", "a11");
        assertThat(alerts.get(0).getEventCount()).isEqualTo(11);
        assertThat(alerts.get(0).getPatientId()).isNull();
        assertThat(alerts.get(0).getFirstEventTime()).isEqualTo(NOW);
        assertThat(alerts.get(0).getLastEventTime()).isEqualTo(after("PT60M"));
        assertThat(alerts.get(0).getReasons())
                .containsExactly("Opened the records of more than 10 patients within 1 hour"
                        + " without a reason on record for any of them.");
        assertThat(judged.get(0).getRuleHits())
                .extracting(RuleHit::getAlertId)
                .containsExactly(alerts.get(0).getAlertId());
    }

    @Test
    void shouldStaySilentWhenTheEleventhComesAfterTheHour() {
        hospital.open(patients(1, 10, "PT6M"));

        hospital.open(access("a11", "u1", "p11", after("PT61M")).build());

        assertThat(hospital.alerts()).isEmpty();
    }

    @Test
    void shouldCountAnAccessThatArrivesOutOfOrderInTheWindowsAroundIt() {
        hospital.open(patients(1, 10, "PT6M"));
        hospital.open(access("x", "u1", "p1", after("PT3H")).build());
        assertThat(hospital.alerts()).isEmpty();

        hospital.open(access("a11", "u1", "p11", after("PT20M")).build());

        List<Alert> alerts = hospital.alerts();
        assertThat(alerts).hasSize(1);
        assertThat(alerts.get(0).getEventIds())
                .containsExactly("a1", "a2", "a3", "a4", "a11", "a5", "a6", "a7", "a8", "a9", "a10");
    }

    @Test
    void shouldReviseAThresholdsAlertWithoutCountingTwice() {
        hospital.open(patients(1, 12, "PT1M"));

        List<Alert> alerts = hospital.alerts();
        assertThat(alerts).extracting(Alert::getRevision).containsExactly(1, 2);
        assertThat(alerts).extracting(Alert::getEventCount).containsExactly(11, 12);
        assertThat(alerts.get(1).getReasons()).hasSize(1);
    }

    @Test
    void shouldNotMixUsers() {
        hospital.open(IntStream.rangeClosed(1, 20)
                .mapToObj(n -> access("a" + n, "u" + n % 2, "p" + n, NOW).build())
                .toArray(AccessEvent[]::new));

        assertThat(hospital.alerts()).isEmpty();
    }

    private static AccessEvent[] patients(int first, int last, String every) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(n -> access(
                                "a" + n,
                                "u1",
                                "p" + n,
                                NOW.plus(Duration.parse(every).multipliedBy(n - 1L)))
                        .build())
                .toArray(AccessEvent[]::new);
    }
}
