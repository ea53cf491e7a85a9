package org.chartwarden.sink.mail.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.chartwarden.model.Alert;
import org.chartwarden.model.NotificationState;
import org.chartwarden.model.Severity;
import org.chartwarden.sink.mail.smtp.SmtpOutcome;
import org.junit.jupiter.api.Test;

/** When nobody has decided before the deadline. */
class EscalationTest {

    private static final String CHIEF = """
            recipients:
              - address: ann@hospital.example
            escalation:
              - address: chief@hospital.example
                after: PT1H
                severities: [critical]
            """;
    private static final String OVERDUE = "chief: Overdue: CRITICAL alert, review was due 2026-01-15 14:00 CET (c1)";

    private final Desk desk = new Desk("2026-01-15T09:00:00Z").withRecipients(CHIEF);
    private final Alert alert = Alerts.open("c1", Severity.CRITICAL, desk.clock);

    @Test
    void shouldTellTheNextOneOnce() {
        desk.add(alert, Alerts.open("h1", Severity.HIGH, desk.clock));
        desk.work();
        desk.mails();

        desk.workUntil("2026-01-15T13:59:59Z", Duration.ofMinutes(10));
        assertThat(desk.mails()).isEmpty();

        desk.workAt("2026-01-15T14:00:00Z");
        assertThat(desk.mails()).containsExactly(OVERDUE);

        desk.restart();
        desk.workUntil("2026-01-20T00:00:00Z", Duration.ofHours(1));
        assertThat(desk.mails()).isEmpty();
    }

    @Test
    void shouldTellNobodyOfWhatIsDecided() {
        desk.add(alert);
        desk.work();
        desk.mails();
        desk.add(Alerts.decided(alert, desk.clock.instant()));

        desk.workUntil("2026-01-16T00:00:00Z", Duration.ofHours(1));

        assertThat(desk.mails()).isEmpty();
    }

    @Test
    void shouldNotAccuseAnOfficerWhoDecidedWhileTheServerWasAway() {
        desk.add(alert);
        desk.work();
        desk.mails();
        desk.postman.answer(new SmtpOutcome.Later("It is away."));
        desk.workAt("2026-01-15T14:00:00Z");
        desk.add(Alerts.decided(alert, desk.clock.instant()));

        desk.postman.answer(new SmtpOutcome.Sent());
        desk.workUntil("2026-01-15T15:00:00Z", Duration.ofMinutes(1));

        assertThat(desk.mails()).isEmpty();
        assertThat(desk.notes())
                .last()
                .satisfies(note -> assertThat(note.getState()).isEqualTo(NotificationState.CANCELLED));
    }

    @Test
    void shouldGiveANewDeadlineToWhatWasOpenedAgain() {
        desk.add(alert);
        desk.work();
        Alert decided = Alerts.decided(alert, desk.clock.instant().plusSeconds(60));
        desk.add(decided);
        desk.workAt("2026-01-15T12:00:00Z");
        desk.add(Alerts.reopened(decided));
        desk.work();
        desk.mails();

        desk.workUntil("2026-01-15T16:59:59Z", Duration.ofMinutes(10));
        assertThat(desk.mails()).isEmpty();

        desk.workAt("2026-01-15T17:00:00Z");
        assertThat(desk.mails())
                .containsExactly("chief: Overdue: CRITICAL alert, review was due 2026-01-15 17:00 CET (c1)");
    }

    @Test
    void shouldRemindThoseWhoGotTheAlertWhenTheFileNamesNobody() {
        Desk alone = new Desk("2026-01-15T09:00:00Z");
        alone.add(alert);
        alone.work();
        alone.mails();

        alone.workAt("2026-01-15T13:00:00Z");

        assertThat(alone.mails())
                .containsExactly("office: Overdue: CRITICAL alert, review was due 2026-01-15 14:00 CET (c1)");
    }

    @Test
    void shouldTellOnlyOnceWhenAnAlertIsFirstHeardOfAfterItsDeadline() {
        Desk alone = new Desk("2026-01-15T14:00:00Z");
        alone.add(alert);

        alone.workUntil("2026-01-15T15:00:00Z", Duration.ofMinutes(1));

        assertThat(alone.mails())
                .containsExactly("office: Overdue: CRITICAL alert, review was due 2026-01-15 14:00 CET (c1)");
    }
}
