package org.chartwarden.sink.mail.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.chartwarden.model.Alert;
import org.chartwarden.model.Instruction;
import org.chartwarden.model.Notification;
import org.chartwarden.model.NotificationState;
import org.chartwarden.model.Severity;
import org.chartwarden.sink.mail.smtp.SmtpOutcome;
import org.junit.jupiter.api.Test;

/** The notice to an employee. The evening begins at 20:00 in Berlin, which is 19:00 in UTC. */
class CourtesyTest {

    private static final String EVA = "eva@hospital.example";
    private static final String NOTICE = "eva: About a record you opened on 2026-01-15";

    private final Desk desk = new Desk("2026-01-15T13:00:00Z").with("mail.courtesy", "true");
    private final Alert alert = Alerts.open("h1", Severity.HIGH, desk.clock);

    private void release() {
        desk.add(Alerts.courtesy("h1", EVA, desk.clock));
    }

    private void tellTheOffice() {
        desk.add(alert);
        desk.work();
        desk.mails();
    }

    @Test
    void shouldComeInTheEveningOfTheReleaseAndOnce() {
        tellTheOffice();
        release();
        desk.workUntil("2026-01-15T18:59:59Z", Duration.ofMinutes(10));
        assertThat(desk.mails()).isEmpty();

        desk.workAt("2026-01-15T19:00:00Z");
        assertThat(desk.mails()).containsExactly(NOTICE);

        desk.restart();
        desk.workAt("2026-01-15T20:00:00Z");
        release();
        desk.work();
        assertThat(desk.mails()).isEmpty();
    }

    @Test
    void shouldComeAtOnceWhenTheEveningHasBegun() {
        tellTheOffice();
        desk.workAt("2026-01-15T21:00:00Z");
        release();
        desk.work();

        assertThat(desk.mails()).containsExactly(NOTICE);
    }

    @Test
    void shouldComeAlsoWhenTheAlertWasDecided() {
        tellTheOffice();
        release();
        desk.add(Alerts.decided(alert, desk.clock.instant()));

        desk.workAt("2026-01-15T19:00:00Z");

        assertThat(desk.mails()).containsExactly(NOTICE);
    }

    @Test
    void shouldAskForTheAlertWhenItIsNotKnown() {
        release();
        assertThat(desk.engine().missingAlerts()).containsExactly("h1");
        desk.workAt("2026-01-15T19:00:00Z");
        assertThat(desk.mails()).isEmpty();

        desk.add(Alerts.decided(alert, desk.clock.instant()));
        assertThat(desk.engine().missingAlerts()).isEmpty();
        desk.work();

        assertThat(desk.mails()).containsExactly(NOTICE);
    }

    @Test
    void shouldNotComeWhenItIsSwitchedOff() {
        Desk off = new Desk("2026-01-15T13:00:00Z");
        off.add(alert, Alerts.courtesy("h1", EVA, off.clock));

        off.workUntil("2026-01-17T13:00:00Z", Duration.ofHours(1));

        assertThat(off.mails()).noneMatch(mail -> mail.startsWith("eva"));
        assertThat(off.notes()).noneMatch(note -> note.getRecipient().equals(EVA));
    }

    @Test
    void shouldNotComeWhenItWasTakenBack() {
        tellTheOffice();
        Instruction order = Alerts.courtesy("h1", EVA, desk.clock);
        desk.add(order, Alerts.takenBack(order));

        desk.workAt("2026-01-15T19:00:00Z");

        assertThat(desk.mails()).isEmpty();
    }

    @Test
    void shouldNotComeWhenPaperworkExplainedTheAccess() {
        tellTheOffice();
        release();
        desk.add(Alerts.explained(alert));

        desk.workUntil("2026-01-15T20:00:00Z", Duration.ofMinutes(10));

        assertThat(desk.mails()).isEmpty();
        assertCancelled("The access has been explained meanwhile.");
    }

    @Test
    void shouldNeverComeOnAnotherDayAndSayWhy() {
        tellTheOffice();
        release();
        desk.postman.answer(EVA, new SmtpOutcome.Later("It is away."));
        desk.workUntil("2026-01-15T22:50:00Z", Duration.ofMinutes(10));

        desk.postman.answer(EVA, new SmtpOutcome.Sent());
        desk.workAt("2026-01-15T23:00:00Z");

        assertThat(desk.mails()).isEmpty();
        assertCancelled("The day on which it was released is over.");
        assertThat(desk.engine().problem()).isEmpty();
    }

    @Test
    void shouldSayWhyItWasMissedWhileNothingRanAndComeWhenItIsReleasedAgain() {
        tellTheOffice();
        release();
        desk.clock.set(Instant.parse("2026-01-16T08:00:00Z"));
        desk.restart();
        desk.work();
        desk.work();
        assertCancelled("The day on which it was released is over.");

        desk.clock.advance(Duration.ofMinutes(1));
        release();
        desk.workAt("2026-01-16T19:00:00Z");

        assertThat(desk.mails()).contains(NOTICE);
    }

    @Test
    void shouldRefuseAnOrderThatDoesNotSayToWhom() {
        Instruction order = Instruction.newBuilder(Alerts.courtesy("h1", EVA, desk.clock))
                .setAddress("Eva <eva@hospital.example>")
                .build();

        assertThatThrownBy(() -> desk.engine().add(order, new Origin(0, 0, Instant.EPOCH)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("An order about mails must name a bare address, name@host.");
    }

    private void assertCancelled(String why) {
        assertThat(desk.notes().stream().filter(note -> note.getRecipient().equals(EVA)))
                .singleElement()
                .extracting(Notification::getState, Notification::getDetail)
                .containsExactly(NotificationState.CANCELLED, why);
    }
}
