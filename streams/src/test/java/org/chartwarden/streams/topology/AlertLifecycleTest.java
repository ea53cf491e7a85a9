package org.chartwarden.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.chartwarden.model.AlertStatus.CLOSED;
import static org.chartwarden.model.AlertStatus.EXPLAINED;
import static org.chartwarden.model.AlertStatus.OPEN;
import static org.chartwarden.model.AlertStatus.PROVISIONAL;
import static org.chartwarden.streams.topology.Courtroom.NOW;
import static org.chartwarden.streams.topology.Told.REFERRAL;
import static org.chartwarden.streams.topology.Told.decision;
import static org.chartwarden.streams.topology.Told.explainedLater;
import static org.chartwarden.streams.topology.Told.unexplained;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.Decision;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.service.Counters.Count;
import org.chartwarden.streams.rule.SampleRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertLifecycleTest {

    private Courtroom court;

    @BeforeEach
    void open(@TempDir Path state) {
        court = new Courtroom(state, SampleRules.pack(SampleRules.VIP, SampleRules.MANY, SampleRules.CROWD));
    }

    @AfterEach
    void close() {
        court.close();
    }

    @Test
    void shouldWaitForPaperworkAndThenOpen() {
        court.hear(vip("a1"));

        List<Alert> raised = court.alerts();
        assertThat(raised).extracting(Alert::getStatus).containsExactly(PROVISIONAL);
        assertThat(raised.get(0).getProvisionalUntil()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(raised.get(0).getOpenedAt()).isNull();
        court.wait(Duration.ofDays(1).minusSeconds(1));
        assertThat(court.alerts()).isEmpty();
        court.wait(Duration.ofSeconds(1));
        assertThat(court.alerts())
                .extracting(Alert::getStatus, Alert::getRevision, Alert::getEventIds, Alert::getOpenedAt)
                .containsExactly(tuple(OPEN, 2, List.of("a1"), NOW.plus(Duration.ofDays(1))));
        court.wait(Duration.ofDays(1));
        assertThat(court.alerts()).isEmpty();
        assertThat(court.counters.get(Count.ALERT_OPENED)).isEqualTo(1);
    }

    @Test
    void shouldCloseItselfWhenPaperworkArrives() {
        ExplainedAccess access = vip("a1");
        court.hear(access);
        court.alerts();

        List<ExplainedAccess> again = court.hear(explainedLater(access));

        assertThat(again).extracting(ExplainedAccess::getRevision).containsExactly(2);
        assertThat(again.get(0).getRuleHits()).isEmpty();
        List<Alert> revised = court.alerts();
        assertThat(revised)
                .extracting(Alert::getStatus, Alert::getExplainedBecause, Alert::getEventIds)
                .containsExactly(tuple(EXPLAINED, List.of(REFERRAL), List.of("a1")));
        court.wait(Duration.ofDays(4));
        assertThat(court.alerts()).isEmpty();
        assertThat(court.counters.get(Count.ALERT_EXPLAINED)).isEqualTo(1);
        assertThat(court.counters.get(Count.EXPLAINED)).isEqualTo(1);
    }

    @Test
    void shouldCloseItselfAlsoWhenItIsOpenAlready() {
        ExplainedAccess access = vip("a1");
        court.hear(access);
        court.wait(Duration.ofDays(1));
        court.alerts();

        court.hear(explainedLater(access));

        assertThat(court.alerts()).extracting(Alert::getStatus).containsExactly(EXPLAINED);
    }

    @Test
    void shouldComeBackWithFurtherEvidence() {
        ExplainedAccess first = vip("a1");
        court.hear(first, explainedLater(first));
        court.wait(Duration.ofHours(5));
        court.alerts();

        court.hear(vip("a2"));

        List<Alert> revised = court.alerts();
        assertThat(revised)
                .extracting(Alert::getStatus, Alert::getEventIds, Alert::getExplainedBecause)
                .containsExactly(tuple(PROVISIONAL, List.of("a2"), List.of()));
        assertThat(revised.get(0).getProvisionalUntil()).isEqualTo(NOW.plus(Duration.ofHours(29)));
        court.wait(Duration.ofHours(23));
        assertThat(court.alerts()).isEmpty();
        court.wait(Duration.ofHours(1));
        assertThat(court.alerts()).extracting(Alert::getStatus).containsExactly(OPEN);
    }

    @Test
    void shouldNotReviseAnAlertThatTellsTheSame() {
        ExplainedAccess access = vip("a1");
        court.hear(access);
        court.alerts();

        List<ExplainedAccess> again =
                court.hear(ExplainedAccess.newBuilder(access).setRevision(2).build());

        assertThat(again.get(0).getRuleHits()).hasSize(1);
        assertThat(court.alerts()).isEmpty();
    }

    @Test
    void shouldLetAThresholdFallWhenOneOfItsAccessesIsExplained() {
        ExplainedAccess second = opened("a2", "u1", "p2", 1);
        court.hear(opened("a1", "u1", "p1", 0), second, opened("a3", "u1", "p3", 2));
        assertThat(court.alerts())
                .extracting(Alert::getRuleId, Alert::getStatus, Alert::getEventIds)
                .containsExactly(tuple("many", PROVISIONAL, List.of("a1", "a2", "a3")));

        court.hear(explainedLater(second));

        assertThat(court.alerts())
                .extracting(Alert::getStatus, Alert::getExplainedBecause, Alert::getEventCount)
                .containsExactly(tuple(EXPLAINED, List.of(REFERRAL), 3));
        court.hear(opened("a4", "u1", "p4", 3));
        assertThat(court.alerts())
                .extracting(Alert::getStatus, Alert::getEventIds)
                .containsExactly(tuple(PROVISIONAL, List.of("a1", "a3", "a4")));
    }

    @Test
    void shouldKeepWhatStillMakesAThresholdFire() {
        ExplainedAccess second = opened("a2", "u1", "p2", 1);
        court.hear(opened("a1", "u1", "p1", 0), second, opened("a3", "u1", "p3", 2), opened("a4", "u1", "p4", 3));
        court.alerts();

        court.hear(explainedLater(second));

        assertThat(court.alerts())
                .extracting(Alert::getStatus, Alert::getEventIds, Alert::getEventCount)
                .containsExactly(tuple(PROVISIONAL, List.of("a1", "a3", "a4"), 3));
    }

    @Test
    void shouldTellAPatientsStoryAndCloseIt() {
        ExplainedAccess second = opened("a2", "u2", "p1", 1);
        court.hear(opened("a1", "u1", "p1", 0), second);
        List<ExplainedAccess> judged = court.hear(opened("a3", "u3", "p1", 2));

        Alert alert = court.alerts().get(0);
        assertThat(judged.get(0).getRuleHits()).extracting("alertId").containsExactly(alert.getAlertId());
        assertThat(alert.getStatus()).isEqualTo(OPEN);
        assertThat(alert.getUserId()).isNull();
        assertThat(alert.getUserDepartments()).isEmpty();
        assertThat(alert.getPatientId()).isEqualTo("p1");
        assertThat(alert.getInvolvedUserIds()).containsExactly("u1", "u2", "u3");
        assertThat(alert.getReasons()).containsExactly("Fired crowd.");
        court.hear(explainedLater(second));
        assertThat(court.alerts()).extracting(Alert::getStatus).containsExactly(EXPLAINED);
    }

    @Test
    void shouldLeaveTheFormerPatientWhenTheRecordWasMerged() {
        ExplainedAccess third = opened("a3", "u3", "p1", 2);
        court.hear(opened("a1", "u1", "p1", 0), opened("a2", "u2", "p1", 1), third);
        court.alerts();
        court.accesses();

        ExplainedAccess moved = ExplainedAccess.newBuilder(third)
                .setRevision(2)
                .setMergedInto("p9")
                .build();
        court.hear("p1", moved);

        assertThat(court.alerts())
                .extracting(Alert::getStatus, Alert::getPatientId)
                .containsExactly(tuple(EXPLAINED, "p1"));
        assertThat(court.accesses()).isEmpty();
        court.hear("p9", moved);
        assertThat(court.alerts()).isEmpty();
        assertThat(court.accesses()).hasSize(1);
    }

    @Test
    void shouldTakeANamelessStoryBackWhenABetterCopyNamesTheUser() {
        ExplainedAccess nameless =
                unexplained("a1", null, "p1", NOW).setPatientVip(true).build();
        court.hear(nameless);
        Alert former = court.alerts().get(0);

        ExplainedAccess named = vip("a1");
        List<ExplainedAccess> judged =
                court.hear(ExplainedAccess.newBuilder(named).setRevision(2).build());

        assertThat(judged).hasSize(1);
        List<Alert> revised = court.alerts();
        assertThat(revised)
                .extracting(Alert::getUserId, Alert::getStatus)
                .containsExactlyInAnyOrder(tuple(null, EXPLAINED), tuple("u1", PROVISIONAL));
        assertThat(revised).extracting(Alert::getAlertId).contains(former.getAlertId());
    }

    @Test
    void shouldCloseWhenItIsDecidedAndOpenAgainWhenItGoesOn() {
        court.hear(vip("a1"));
        Alert alert = court.alerts().get(0);

        court.decide(
                decision(alert, Decision.UNSUBSTANTIATED, NOW.plusSeconds(60)).build());

        assertThat(court.alerts())
                .extracting(Alert::getStatus, Alert::getDecision, Alert::getDecidedAt)
                .containsExactly(tuple(CLOSED, Decision.UNSUBSTANTIATED, NOW.plusSeconds(60)));
        court.wait(Duration.ofDays(2));
        assertThat(court.alerts()).isEmpty();
        court.hear(vip("a2", 1));
        assertThat(statuses()).containsExactly(CLOSED);
        court.hear(vip("a3", 2));
        assertThat(statuses()).containsExactly(OPEN);
        assertThat(court.counters.get(Count.ALERT_CLOSED)).isEqualTo(1);
    }

    @Test
    void shouldJudgeNeitherLateNorSilentAccesses() {
        ExplainedAccess late = ExplainedAccess.newBuilder(vip("a1"))
                .setRevision(0)
                .setLate(true)
                .build();
        ExplainedAccess silent =
                ExplainedAccess.newBuilder(vip("a2")).setSilencedBy("d1").build();

        assertThat(court.hear(late, silent)).containsExactly(late, silent);

        assertThat(court.alerts()).isEmpty();
        assertThat(court.counters.get(Count.EXPLAINED)).isEqualTo(2);
        assertThat(court.counters.get(Count.LATE)).isEqualTo(1);
        assertThat(court.counters.get(Count.SILENCED)).isEqualTo(1);
    }

    private List<AlertStatus> statuses() {
        return court.alerts().stream().map(Alert::getStatus).toList();
    }

    private static ExplainedAccess vip(String eventId) {
        return vip(eventId, 0);
    }

    private static ExplainedAccess vip(String eventId, int minute) {
        return ExplainedAccess.newBuilder(opened(eventId, "u1", "p1", minute))
                .setPatientVip(true)
                .build();
    }

    private static ExplainedAccess opened(String eventId, String userId, String patientId, int minute) {
        return unexplained(eventId, userId, patientId, NOW.plus(Duration.ofMinutes(minute)))
                .build();
    }
}
