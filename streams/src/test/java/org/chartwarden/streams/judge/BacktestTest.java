package org.chartwarden.streams.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Action;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Outcome;
import org.chartwarden.streams.rule.SampleRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BacktestTest {

    private static final Instant TIME = Instant.parse("2026-03-02T10:00:00Z");
    private static final AlertIds IDS = new AlertIds("0123456789abcdef");

    private Backtest backtest;

    @BeforeEach
    void read() {
        backtest = new Backtest(
                SampleRules.pack(SampleRules.VIP, SampleRules.MANY, SampleRules.CROWD)
                        .rules(),
                IDS,
                ZoneOffset.UTC,
                Duration.ofDays(7));
    }

    @Test
    void shouldForetellTheAlertsOfUsersAndPatients() {
        List<Alert> alerts = backtest.run(List.of(
                access("a1", "u1", "p1", false),
                access("a2", "u2", "p1", false),
                access("a3", "u3", "p1", false),
                access("a4", "u1", "p2", true)));

        assertThat(alerts)
                .extracting(Alert::getAlertId, Alert::getStatus, Alert::getEventIds)
                .containsExactly(
                        tuple(IDS.of("crowd", "", "p1", DAY), AlertStatus.OPEN, List.of("a1", "a2", "a3")),
                        tuple(IDS.of("vip", "u1", "p2", DAY), AlertStatus.OPEN, List.of("a4")));
    }

    @Test
    void shouldTakeTheNewestRevisionAsItIs() {
        ExplainedAccess revised = ExplainedAccess.newBuilder(access("a1", "u1", "p1", true))
                .setRevision(3)
                .build();

        assertThat(backtest.run(List.of(revised))).extracting(Alert::getRuleId).containsExactly("vip");
    }

    @Test
    void shouldJudgeNeitherLateNorSilentOnes() {
        ExplainedAccess late = ExplainedAccess.newBuilder(access("a1", "u1", "p1", true))
                .setRevision(0)
                .setLate(true)
                .build();
        ExplainedAccess silent = ExplainedAccess.newBuilder(access("a2", "u1", "p1", true))
                .setSilencedBy("d1")
                .build();

        assertThat(backtest.run(List.of(late, silent))).isEmpty();
    }

    private static final Instant DAY = Instant.parse("2026-03-02T00:00:00Z");

    private static ExplainedAccess access(String eventId, String userId, String patientId, boolean vip) {
        return ExplainedAccess.newBuilder()
                .setAccess(AccessEvent.newBuilder()
                        .setEventId(eventId)
                        .setTime(TIME)
                        .setReceivedAt(TIME)
                        .setAction(Action.R)
                        .setCategory(AccessCategory.RECORD)
                        .setOutcome(Outcome.SUCCESS)
                        .setUserId(userId)
                        .setPatientId(patientId)
                        .build())
                .setExplained(false)
                .setUserKnown(true)
                .setPatientVip(vip)
                .build();
    }
}
