package org.chartwarden.standalone.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Action;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.Outcome;
import org.chartwarden.model.Severity;
import org.chartwarden.producers.simulator.Cause;
import org.chartwarden.producers.simulator.SimulatedAccess;
import org.chartwarden.producers.simulator.SimulatedAccess.Truth;
import org.junit.jupiter.api.Test;

class AlertBookTest {

    private static final Instant NINE = Instant.parse("2026-02-02T09:00:00Z");
    private static final Duration GRACE = Duration.ofHours(4);

    private final TruthBook truth = new TruthBook();
    private final AlertBook book = new AlertBook(truth, rule -> GRACE);

    @Test
    void shouldOpenAnAlertWhenItsGraceIsOver() {
        sent("e1", Cause.INCIDENT, 7, NINE);
        sent("e2", Cause.UNRECORDED_WORK, -1, NINE.plusSeconds(60));

        book.revised(alert(AlertStatus.PROVISIONAL, "e1"));
        book.revised(alert(AlertStatus.PROVISIONAL, "e1", "e2"));

        assertThat(book.stories())
                .containsExactly(
                        new AlertStory("a", "vip", 73, 2, Set.of(7), Cause.UNRECORDED_WORK, NINE, NINE.plus(GRACE)));
    }

    @Test
    void shouldNotShowWhatAPaperExplainedInTime() {
        sent("e1", Cause.RECORDED_WORK, -1, NINE);

        book.revised(alert(AlertStatus.PROVISIONAL, "e1"));
        book.advanceTo(NINE.plus(Duration.ofHours(12)));
        book.paperArrived("p1", NINE.plus(GRACE));
        book.revised(alert(AlertStatus.EXPLAINED));

        assertThat(book.stories()).singleElement().satisfies(story -> {
            assertThat(story.isShown()).isFalse();
            assertThat(story.raised()).isEqualTo(NINE);
        });
    }

    @Test
    void shouldShowWhatAPaperExplainedTooLate() {
        sent("e1", Cause.RECORDED_WORK, -1, NINE);

        book.revised(alert(AlertStatus.PROVISIONAL, "e1"));
        book.advanceTo(NINE.plus(Duration.ofHours(12)));
        book.paperArrived("p1", NINE.plus(GRACE).plusSeconds(1));
        book.revised(alert(AlertStatus.EXPLAINED));

        assertThat(book.stories())
                .singleElement()
                .satisfies(story -> assertThat(story.opened()).isEqualTo(NINE.plus(GRACE)));
    }

    @Test
    void shouldTakeTheEndOfTheSpanWherePapersNameNobody() {
        sent("e1", Cause.RECORDED_WORK, -1, NINE);

        book.revised(alert(AlertStatus.PROVISIONAL, "e1"));
        book.advanceTo(NINE.plus(Duration.ofHours(12)));
        book.paperArrived("p2", NINE);
        book.revised(alert(AlertStatus.EXPLAINED));

        assertThat(book.stories())
                .singleElement()
                .satisfies(story -> assertThat(story.isShown()).isTrue());
    }

    @Test
    void shouldGiveAnAlertThatCameBackAGraceOfItsOwn() {
        sent("e1", Cause.UNRECORDED_WORK, -1, NINE);
        sent("e2", Cause.UNRECORDED_WORK, -1, NINE.plusSeconds(7_200));

        book.revised(alert(AlertStatus.PROVISIONAL, "e1"));
        book.advanceTo(NINE.plusSeconds(3_600));
        book.revised(alert(AlertStatus.EXPLAINED));
        book.revised(alert(AlertStatus.PROVISIONAL, "e2"));

        assertThat(book.stories()).singleElement().satisfies(story -> {
            assertThat(story.raised()).isEqualTo(NINE);
            assertThat(story.opened()).isEqualTo(NINE.plusSeconds(7_200).plus(GRACE));
        });
    }

    @Test
    void shouldShowWhatHasNoGraceAtOnce() {
        sent("e1", Cause.INCIDENT, 0, NINE);

        book.revised(alert(AlertStatus.OPEN, "e1"));

        assertThat(book.stories())
                .singleElement()
                .satisfies(story -> assertThat(story.opened()).isEqualTo(NINE));
    }

    private void sent(String eventId, Cause cause, int incident, Instant arrived) {
        truth.sent(new SimulatedAccess(
                AccessEvent.newBuilder()
                        .setEventId(eventId)
                        .setTime(arrived)
                        .setReceivedAt(arrived)
                        .setAction(Action.R)
                        .setCategory(AccessCategory.RECORD)
                        .setOutcome(Outcome.SUCCESS)
                        .setUserId("u1")
                        .setPatientId("p1")
                        .build(),
                new Truth(cause, incident)));
    }

    private static Alert alert(AlertStatus status, String... eventIds) {
        return Alert.newBuilder()
                .setAlertId("a")
                .setRevision(1)
                .setStatus(status)
                .setSeverity(Severity.HIGH)
                .setRiskScore(73)
                .setRuleId("vip")
                .setRuleVersion(1)
                .setRuleName("VIP")
                .setFirstEventTime(NINE)
                .setLastEventTime(NINE)
                .setEventCount(eventIds.length)
                .setEventIds(List.of(eventIds))
                .setReasons(List.of())
                .build();
    }
}
