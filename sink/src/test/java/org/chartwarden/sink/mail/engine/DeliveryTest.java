package org.chartwarden.sink.mail.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chartwarden.model.NotificationState;
import org.chartwarden.model.Severity;
import org.chartwarden.sink.mail.smtp.SmtpOutcome;
import org.junit.jupiter.api.Test;

/** What becomes of a mail when the server or this process is away. */
class DeliveryTest {

    private static final SmtpOutcome AWAY = new SmtpOutcome.Later("It is away.");
    private static final SmtpOutcome REFUSED = new SmtpOutcome.Refused("the recipient was refused with 550");
    private static final String ANN = "ann@hospital.example";
    private static final String BOB = "bob@hospital.example";

    private final Desk desk = new Desk("2026-01-15T09:00:00Z").with("mail.to", ANN + "," + BOB);

    private void addAlert(String id) {
        desk.add(Alerts.open(id, Severity.HIGH, desk.clock));
    }

    @Test
    void shouldWriteAMailDownBeforeAndAfterIt() {
        desk.postman.answer(AWAY);
        addAlert("h1");
        desk.work();
        assertThat(desk.notes()).extracting("state").containsOnly(NotificationState.PLANNED);

        desk.postman.answer(new SmtpOutcome.Sent());
        desk.clock.advance(Duration.ofMinutes(1));
        desk.work();

        assertThat(desk.notes()).hasSize(2).allSatisfy(note -> {
            assertThat(note.getState()).isEqualTo(NotificationState.SENT);
            assertThat(note.getPlannedAt()).isEqualTo("2026-01-15T09:00:00Z");
            assertThat(note.getSettledAt()).isEqualTo("2026-01-15T09:01:00Z");
        });
    }

    @Test
    void shouldSendTheSameMailAgainAfterACrashBeforeTheNoteOfIt() {
        desk.with("mail.to", ANN);
        addAlert("h1");
        desk.postman.crashOnce();
        assertThat(catchThrowable(desk::work)).isInstanceOf(FakePostman.Crash.class);
        addAlert("h2");
        desk.clock.advance(Duration.ofMinutes(5));

        desk.restart();
        desk.work();
        desk.restart();
        desk.work();

        assertThat(desk.postman.sent).hasSize(3);
        FakePostman.Sent first = desk.postman.sent.get(0);
        FakePostman.Sent again = desk.postman.sent.get(1);
        assertThat(again.messageId()).isEqualTo(first.messageId());
        assertThat(again.notice()).isEqualTo(first.notice());
        assertThat(again.date()).isEqualTo(first.date());
        assertThat(desk.postman.sent.get(2).line()).endsWith("(h2)");
    }

    @Test
    void shouldTryAgainInPausesThatGrowToAMinute() {
        desk.with("mail.to", ANN);
        desk.postman.answer(AWAY);
        addAlert("h1");
        List<Long> pauses = new ArrayList<>();
        int attempts = 0;
        Instant last = desk.clock.instant();
        while (pauses.size() < 10) {
            desk.work();
            if (desk.postman.attempts() > attempts) {
                pauses.add(Duration.between(last, desk.clock.instant()).toSeconds());
                last = desk.clock.instant();
                attempts = desk.postman.attempts();
            }
            desk.clock.advance(Duration.ofSeconds(1));
        }

        assertThat(pauses).containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
        assertThat(desk.engine().problem()).contains("It is away. Mails that wait: 1.");
    }

    @Test
    void shouldTryAgainWhenTheClockWasSetBack() {
        desk.postman.answer(AWAY);
        addAlert("h1");
        desk.work();
        desk.postman.answer(new SmtpOutcome.Sent());

        desk.workAt("2026-01-14T09:00:00Z");

        assertThat(desk.mails()).hasSize(2);
    }

    @Test
    void shouldServeTheOthersWhenThreeAddressesCannotBeReached() {
        desk.with("mail.to", "x1@a.example,x2@a.example,x3@a.example," + ANN);
        List.of("x1@a.example", "x2@a.example", "x3@a.example").forEach(address -> desk.postman.answer(address, AWAY));
        addAlert("h1");
        desk.workUntil("2026-01-15T09:05:00Z", Duration.ofSeconds(1));
        addAlert("h2");
        desk.workUntil("2026-01-15T09:10:00Z", Duration.ofSeconds(1));

        assertThat(desk.mails())
                .containsExactly(
                        "ann: HIGH alert: review by 2026-01-16 10:00 CET (h1)",
                        "ann: HIGH alert: review by 2026-01-16 10:05 CET (h2)");
    }

    @Test
    void shouldMailTheOthersWhenOneIsRefused() {
        desk.postman.answer(BOB, REFUSED);
        addAlert("h1");
        desk.work();
        desk.restart();
        desk.work();

        assertThat(desk.mails()).hasSize(1).first().asString().startsWith("ann: ");
        assertThat(desk.unreachable).isEmpty();
        assertThat(desk.notes())
                .filteredOn(note -> note.getRecipient().equals(BOB))
                .singleElement()
                .extracting("state", "detail")
                .containsExactly(NotificationState.REFUSED, "the recipient was refused with 550");
    }

    @Test
    void shouldSayOnceThatNobodyCanBeTold() {
        desk.postman.answer(REFUSED);
        addAlert("h1");
        desk.work();
        desk.restart();
        desk.work();

        assertThat(desk.unreachable).containsExactly("h1: the recipient was refused with 550");
        assertThat(desk.engine().problem()).isEmpty();
    }

    @Test
    void shouldPlanMailsOnlyWhenTheyCanBeSent() {
        desk.with("mail.to", ANN);
        desk.postman.answer(AWAY);
        for (int i = 0; i < 50; i++) {
            addAlert("h" + i);
            desk.work();
        }
        assertThat(desk.notes()).hasSize(1);

        desk.postman.answer(new SmtpOutcome.Sent());
        desk.workAt("2026-01-15T09:01:00Z");

        assertThat(desk.mails()).hasSize(30).last().isEqualTo("ann: Many at once, 21 alerts: 21 HIGH");
    }
}
