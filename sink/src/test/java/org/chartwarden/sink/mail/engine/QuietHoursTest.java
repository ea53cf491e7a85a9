package org.chartwarden.sink.mail.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.chartwarden.model.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final String ANN = """
            recipients:
              - address: ann@hospital.example
                quiet-hours: {from: "22:00", until: "07:00"}
            """;

    private final Desk desk = new Desk("2026-01-15T20:50:00Z").withRecipients(ANN);

    @Test
    void shouldHoldBackAndThenTellAllTogether() {
        desk.add(Alerts.open("h1", Severity.HIGH, desk.clock), Alerts.open("m1", Severity.MEDIUM, desk.clock));
        desk.work();
        assertThat(desk.mails()).containsExactly("ann: HIGH alert: review by 2026-01-16 21:50 CET (h1)");

        desk.workAt("2026-01-15T21:30:00Z");
        desk.add(Alerts.open("h2", Severity.HIGH, desk.clock));
        desk.workUntil("2026-01-16T05:59:59Z", Duration.ofMinutes(5));
        assertThat(desk.mails()).isEmpty();

        desk.workAt("2026-01-16T06:00:00Z");
        assertThat(desk.mails()).containsExactly("ann: After the quiet hours, 2 alerts: 1 HIGH, 1 MEDIUM");
    }

    @Test
    void shouldDisturbForWhatIsCritical() {
        desk.workAt("2026-01-16T01:00:00Z");
        desk.add(Alerts.open("c1", Severity.CRITICAL, desk.clock), Alerts.open("h1", Severity.HIGH, desk.clock));
        desk.work();

        assertThat(desk.mails()).containsExactly("ann: CRITICAL alert: review by 2026-01-16 06:00 CET (c1)");
    }

    @Test
    void shouldStayQuietWhenItIsStartedAnewInTheMiddle() {
        desk.workAt("2026-01-16T01:00:00Z");
        desk.add(Alerts.open("h1", Severity.HIGH, desk.clock));
        desk.restart();
        desk.work();
        assertThat(desk.mails()).isEmpty();

        desk.workAt("2026-01-16T06:00:00Z");
        desk.restart();
        desk.work();

        assertThat(desk.mails()).containsExactly("ann: After the quiet hours, 1 alert: 1 HIGH");
    }

    @Test
    void shouldTellOfTheQuietHoursAlsoWhenItWasDownAtTheirEnd() {
        desk.workAt("2026-01-16T01:00:00Z");
        desk.add(Alerts.open("h1", Severity.HIGH, desk.clock), Alerts.open("h2", Severity.HIGH, desk.clock));
        desk.workAt("2026-01-16T01:00:01Z");
        desk.clock.set(Instant.parse("2026-01-16T11:00:00Z"));
        desk.add(Alerts.open("h3", Severity.HIGH, desk.clock));
        desk.restart();
        desk.work();

        assertThat(desk.mails())
                .containsExactly(
                        "ann: HIGH alert: review by 2026-01-17 12:00 CET (h3)",
                        "ann: After the quiet hours, 2 alerts: 2 HIGH");
    }

    @ParameterizedTest
    @CsvSource({
        // In Berlin the clocks go from 02:00 to 03:00 on 2026-03-29, and from 03:00 to 02:00 on 2026-10-25.
        "22:00, 07:00, 2026-03-28T20:59:59Z, false",
        "22:00, 07:00, 2026-03-28T21:00:00Z, true",
        "22:00, 07:00, 2026-03-29T04:59:59Z, true",
        "22:00, 07:00, 2026-03-29T05:00:00Z, false",
        "22:00, 07:00, 2026-10-25T05:59:59Z, true",
        "22:00, 07:00, 2026-10-25T06:00:00Z, false",
        "12:00, 13:00, 2026-01-15T11:30:00Z, true",
        "12:00, 13:00, 2026-01-15T12:00:00Z, false",
    })
    void shouldFollowTheClocksOnTheWall(LocalTime from, LocalTime until, Instant now, boolean quiet) {
        QuietHours hours = new QuietHours(from, until, Set.of());

        assertThat(hours.hold(Severity.HIGH, now, ZoneId.of("Europe/Berlin"))).isEqualTo(quiet);
    }
}
