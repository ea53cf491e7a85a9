package org.chartwarden.sink.mail.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.chartwarden.model.Alert;
import org.chartwarden.model.NotificationState;
import org.chartwarden.model.Severity;
import org.chartwarden.sink.mail.smtp.SmtpOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mails at once, of the hour and of the day. The site is in Berlin, where it is an hour later than in UTC. */
class DigestTest {

    private static final String ANN = """
            recipients:
              - address: ann@hospital.example
            escalation: []
            """;

    private final Desk desk = new Desk("2026-01-15T09:10:00Z").withRecipients(ANN);

    @Test
    void shouldSendTheGraveAtOnceTheOthersOfTheHourTogetherAndTheLightOnesOfTheDay() {
        desk.add(
                Alerts.open("c1", Severity.CRITICAL, desk.clock),
                Alerts.open("m1", Severity.MEDIUM, desk.clock),
                Alerts.open("l1", Severity.LOW, desk.clock));
        desk.work();
        assertThat(desk.mails()).containsExactly("ann: CRITICAL alert: review by 2026-01-15 14:10 CET (c1)");

        desk.add(Alerts.open("m2", Severity.MEDIUM, desk.clock));
        desk.workUntil("2026-01-15T09:59:59Z", Duration.ofMinutes(1));
        assertThat(desk.mails()).isEmpty();

        desk.workAt("2026-01-15T10:00:00Z");
        assertThat(desk.mails()).containsExactly("ann: Hourly digest, 2 alerts: 2 MEDIUM");

        desk.workUntil("2026-01-16T06:29:59Z", Duration.ofMinutes(1));
        assertThat(desk.mails()).isEmpty();

        desk.workAt("2026-01-16T06:30:00Z");
        assertThat(desk.mails()).containsExactly("ann: Daily digest, 1 alert: 1 LOW");
        desk.workUntil("2026-01-17T12:00:00Z", Duration.ofMinutes(5));
        assertThat(desk.mails()).isEmpty();
    }

    @Test
    void shouldHaveWhatComesTooLateForADigestWaitForTheNext() {
        desk.add(Alerts.open("m1", Severity.MEDIUM, desk.clock));
        desk.workAt("2026-01-15T10:00:00.400Z");
        assertThat(desk.mails()).hasSize(1);

        desk.add(Alerts.open("m2", Severity.MEDIUM, Instant.parse("2026-01-15T09:59:59.900Z")));
        desk.restart();
        desk.workUntil("2026-01-15T10:59:59Z", Duration.ofMinutes(1));
        assertThat(desk.mails()).isEmpty();

        desk.workAt("2026-01-15T11:00:00Z");
        assertThat(desk.mails()).containsExactly("ann: Hourly digest, 1 alert: 1 MEDIUM");
    }

    @Test
    void shouldLeaveOutWhatWasExplainedOrDecidedBeforeItsDigest() {
        Alert explained = Alerts.open("m1", Severity.MEDIUM, desk.clock);
        Alert decided = Alerts.open("m2", Severity.MEDIUM, desk.clock);
        desk.add(explained, decided, Alerts.open("m3", Severity.MEDIUM, desk.clock));
        desk.add(Alerts.explained(explained), Alerts.decided(decided, desk.clock.instant()));

        desk.workAt("2026-01-15T10:00:00Z");

        assertThat(desk.mails()).containsExactly("ann: Hourly digest, 1 alert: 1 MEDIUM");
    }

    @Test
    void shouldNotTellWhatIsNotTrueAnyMoreWhenTheServerWasAway() {
        Alert alert = Alerts.open("c1", Severity.CRITICAL, desk.clock);
        desk.add(alert);
        desk.postman.answer(new SmtpOutcome.Later("It is away."));
        desk.work();
        desk.add(Alerts.explained(alert));

        desk.postman.answer(new SmtpOutcome.Sent());
        desk.workUntil("2026-01-15T09:20:00Z", Duration.ofSeconds(10));

        assertThat(desk.mails()).isEmpty();
        assertThat(desk.notes()).singleElement().satisfies(note -> {
            assertThat(note.getState()).isEqualTo(NotificationState.CANCELLED);
            assertThat(note.getDetail()).isEqualTo("No alert of which it tells waits any longer.");
        });
        assertThat(desk.engine().problem()).isEmpty();
    }

    @Test
    void shouldTellAnAlertThatWaitsAgainAfterItsMailWasCancelled() {
        shouldNotTellWhatIsNotTrueAnyMoreWhenTheServerWasAway();

        desk.add(Alerts.open("c1", Severity.CRITICAL, desk.clock)); // the evidence was taken back
        desk.work();

        assertThat(desk.mails()).hasSize(1);
    }

    @Test
    void shouldMailAnAlertAnewThatWasOpenedAgainAfterADecision() {
        Alert alert = Alerts.open("c1", Severity.CRITICAL, desk.clock);
        desk.add(alert);
        desk.work();
        desk.mails();
        desk.clock.advance(Duration.ofHours(1));
        Alert decided = Alerts.decided(alert, desk.clock.instant());
        desk.add(decided);
        desk.clock.advance(Duration.ofHours(1));
        desk.add(Alerts.reopened(decided));
        desk.work();

        // The four hours begin anew.
        assertThat(desk.mails()).containsExactly("ann: CRITICAL alert: review by 2026-01-15 16:10 CET (c1)");
        desk.add(Alerts.reopened(decided));
        desk.restart();
        desk.work();
        assertThat(desk.mails()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // In Berlin the clocks go from 02:00 to 03:00 on 2026-03-29, and from 03:00 to 02:00 on 2026-10-25.
        "HOURLY, 2026-03-29T00:30:00Z, 07:30, 2026-03-29T01:00:00Z",
        "HOURLY, 2026-10-25T00:30:00Z, 07:30, 2026-10-25T01:00:00Z",
        "HOURLY, 2026-10-25T01:00:00Z, 07:30, 2026-10-25T01:00:00Z",
        "DAILY,  2026-03-28T12:00:00Z, 07:30, 2026-03-29T05:30:00Z",
        "DAILY,  2026-03-28T12:00:00Z, 02:30, 2026-03-29T01:30:00Z",
        "DAILY,  2026-10-24T12:00:00Z, 07:30, 2026-10-25T06:30:00Z",
        "DAILY,  2026-10-24T12:00:00Z, 02:30, 2026-10-25T00:30:00Z",
        "DAILY,  2026-10-25T00:45:00Z, 02:30, 2026-10-26T01:30:00Z",
        "DAILY,  2026-01-15T06:30:00Z, 07:30, 2026-01-15T06:30:00Z",
    })
    void shouldFollowTheClocksOnTheWall(Delivery delivery, Instant opened, LocalTime daily, Instant due) {
        assertThat(delivery.due(opened, daily, ZoneId.of("Europe/Berlin"))).isEqualTo(due);
    }
}
