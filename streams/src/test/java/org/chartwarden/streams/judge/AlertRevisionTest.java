package org.chartwarden.streams.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Action;
import org.chartwarden.model.Alert;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Outcome;
import org.chartwarden.streams.rule.Hit;
import org.chartwarden.streams.rule.Rule;
import org.chartwarden.streams.rule.RulePack;
import org.junit.jupiter.api.Test;

class AlertRevisionTest {

    private static final Instant TIME = Instant.parse("2026-03-02T10:00:00Z");
    private static final Rule RULE = RulePack.builtIn().rules().get(0);

    @Test
    void shouldCountBeyondTheIdsThatAnAlertKeeps() {
        Alert alert = revision(1, "Because.").open();

        for (int n = 2; n <= AlertRevision.MOST_EVENT_IDS + 2; n++) {
            alert = revision(n, "Because.").revise(alert);
        }

        assertThat(alert.getRevision()).isEqualTo(1002);
        assertThat(alert.getEventCount()).isEqualTo(1002);
        assertThat(alert.getEventIds()).hasSize(1000).startsWith("a1").endsWith("a1000");
        assertThat(alert.getReasons()).containsExactly("Because.");
    }

    @Test
    void shouldKeepTheFirstReasons() {
        Alert alert = revision(1, "Reason 1").open();

        for (int n = 2; n <= AlertRevision.MOST_REASONS + 1; n++) {
            alert = revision(n, "Reason " + n).revise(alert);
        }

        assertThat(alert.getReasons())
                .hasSize(AlertRevision.MOST_REASONS)
                .startsWith("Reason 1")
                .doesNotContain("Reason 21");
    }

    @Test
    void shouldSayWhatSpeaksAgainstIt() {
        ExplainedAccess judged = access("a1");
        judged = ExplainedAccess.newBuilder(judged)
                .setExplained(true)
                .setAccess(AccessEvent.newBuilder(judged.getAccess())
                        .setEmergency(true)
                        .setOutcome(Outcome.MINOR_FAILURE)
                        .build())
                .build();

        Alert alert = revision(judged, "a1", "Because.").open();

        assertThat(alert.getMitigations())
                .containsExactly(
                        "The user declared an emergency",
                        "The system refused an access, which then showed nothing",
                        "A reason on record accounts for an access");
    }

    private static AlertRevision revision(int n, String reason) {
        return revision(access("a" + n), "a" + n, reason);
    }

    private static AlertRevision revision(ExplainedAccess judged, String eventId, String reason) {
        Story story = Story.of(RULE, judged.getAccess(), ZoneOffset.UTC);
        return new AlertRevision(
                story, "alert", new Hit(RULE, reason, List.of(new Hit.Evidence(eventId, TIME))), judged);
    }

    private static ExplainedAccess access(String eventId) {
        return ExplainedAccess.newBuilder()
                .setAccess(AccessEvent.newBuilder()
                        .setEventId(eventId)
                        .setTime(TIME)
                        .setReceivedAt(TIME)
                        .setAction(Action.R)
                        .setCategory(AccessCategory.RECORD)
                        .setOutcome(Outcome.SUCCESS)
                        .setUserId("u1")
                        .setPatientId("p1")
                        .build())
                .setExplained(false)
                .build();
    }
}
