package org.chartwarden.sink.mail.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.chartwarden.model.Severity;
import org.chartwarden.sink.mail.AlertNotice;
import org.chartwarden.sink.mail.DigestNotice;
import org.chartwarden.sink.mail.MailedAlert;
import org.chartwarden.sink.mail.smtp.SmtpOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Never more than so many mails an hour to one recipient. */
class LimitTest {

    private static final int LIMIT = 5;

    private final Desk desk = new Desk("2026-01-15T09:00:00Z").with("mail.hourly.limit", Integer.toString(LIMIT));

    @Test
    void shouldTellTheRestInOneDigest() {
        addMany(0, 10_000);
        desk.work();

        List<String> mails = desk.mails();
        assertThat(mails).hasSize(LIMIT);
        assertThat(mails.subList(0, LIMIT - 1)).allMatch(mail -> mail.startsWith("office: HIGH alert: "));
        assertThat(mails.get(LIMIT - 1)).isEqualTo("office: Many at once, 5000 alerts: 5000 HIGH");

        desk.workUntil("2026-01-15T09:59:59Z", Duration.ofMinutes(1));
        assertThat(desk.mails()).isEmpty();

        desk.workAt("2026-01-15T10:00:00Z");
        assertThat(desk.mails()).hasSize(LIMIT).last().isEqualTo("office: Many at once, 4992 alerts: 4992 HIGH");
    }

    @Test
    void shouldCountTheMailsFromBeforeARestart() {
        addMany(0, LIMIT);
        desk.work();
        assertThat(desk.mails()).hasSize(LIMIT);

        addMany(LIMIT, 3);
        desk.restart();
        desk.workUntil("2026-01-15T09:59:59Z", Duration.ofMinutes(1));
        assertThat(desk.mails()).isEmpty();

        desk.workAt("2026-01-15T10:00:00Z");
        assertThat(desk.mails()).hasSize(3);
    }

    @Test
    void shouldCountAMailThatWasLongOnItsWayFromWhenItArrived() {
        desk.postman.answer(new SmtpOutcome.Later("It is away."));
        addMany(0, 1);
        desk.work();
        addMany(1, LIMIT);
        desk.workUntil("2026-01-15T11:00:00Z", Duration.ofMinutes(1));
        desk.postman.answer(new SmtpOutcome.Sent());

        desk.workUntil("2026-01-15T11:05:00Z", Duration.ofSeconds(1));

        assertThat(desk.mails()).hasSize(LIMIT).last().isEqualTo("office: Many at once, 2 alerts: 2 HIGH");
    }

    @Test
    void shouldNotStarveARecipientWhenTheClockWasAYearAhead() {
        desk.clock.set(Instant.parse("2027-01-15T09:00:00Z"));
        addMany(0, LIMIT);
        desk.work();
        assertThat(desk.mails()).hasSize(LIMIT);

        desk.clock.set(Instant.parse("2026-01-15T09:00:00Z"));
        addMany(LIMIT, 2);
        desk.restart();
        desk.work();
        assertThat(desk.mails()).isEmpty(); // it is not known when within the hour they were sent

        desk.workAt("2026-01-15T10:00:01Z");
        assertThat(desk.mails()).hasSize(2);
    }

    /** Storms, an unsteady server, restarts and a clock that jumps back: nobody gets too many, none twice, none never. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldHoldWhateverHappens(long seed) {
        Random random = new Random(seed);
        int alerts = 0;
        for (int minute = 0; minute < 300; minute++) {
            int more = random.nextInt(20) == 0 ? 50 : random.nextInt(2);
            addMany(alerts, more);
            alerts += more;
            desk.postman.answer(random.nextInt(4) == 0 ? new SmtpOutcome.Later("It is away.") : new SmtpOutcome.Sent());
            if (random.nextInt(30) == 0) {
                desk.restart();
            }
            desk.work();
            desk.clock.advance(Duration.ofSeconds(random.nextInt(120)));
        }
        desk.postman.answer(new SmtpOutcome.Sent());
        desk.workUntil("2026-01-16T08:00:00Z", Duration.ofMinutes(1));

        assertThat(mostInAnHour()).isEqualTo(LIMIT);
        List<String> told = told();
        assertThat(new HashSet<>(told)).hasSize(alerts);
        assertThat(told).doesNotHaveDuplicates();
    }

    private void addMany(int from, int count) {
        IntStream.range(from, from + count)
                .forEach(i -> desk.add(Alerts.open("a-%05d".formatted(i), Severity.HIGH, desk.clock)));
    }

    private int mostInAnHour() {
        int most = 0;
        for (FakePostman.Sent last : desk.postman.sent) {
            Instant begin = last.at().minus(Duration.ofHours(1));
            most = Math.max(most, (int) desk.postman.sent.stream()
                    .filter(mail -> mail.at().isAfter(begin) && !mail.at().isAfter(last.at()))
                    .count());
        }
        return most;
    }

    private List<String> told() {
        List<String> told = new ArrayList<>();
        Set<Class<?>> kinds = new HashSet<>();
        desk.postman.sent.forEach(mail -> {
            kinds.add(mail.notice().getClass());
            if (mail.notice() instanceof AlertNotice alert) {
                told.add(alert.alert().id().value());
            } else if (mail.notice() instanceof DigestNotice digest) {
                digest.alerts().stream().map(MailedAlert::id).forEach(id -> told.add(id.value()));
            }
        });
        assertThat(kinds).containsExactlyInAnyOrder(AlertNotice.class, DigestNotice.class);
        return told;
    }
}
