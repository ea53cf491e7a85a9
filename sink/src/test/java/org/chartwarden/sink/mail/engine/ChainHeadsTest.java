package org.chartwarden.sink.mail.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.chartwarden.model.ChainLink;
import org.chartwarden.sink.mail.smtp.SmtpOutcome;
import org.junit.jupiter.api.Test;

class ChainHeadsTest {

    private final Desk desk = new Desk("2026-01-15T09:00:00Z").with("chain.head.mail", "vault@hospital.example");

    private ChainLink link(int sequence) {
        return ChainLink.newBuilder()
                .setSequence(sequence)
                .setSealedAt(desk.clock.instant())
                .setPrevious("0".repeat(64))
                .setPageSha256("1".repeat(64))
                .setLeaves(7)
                .setCounts(Map.of())
                .setFirstTime(desk.clock.instant())
                .setLastTime(desk.clock.instant())
                .setHash("ab".repeat(32))
                .build();
    }

    @Test
    void shouldMailTheNewestLinkOnceADay() {
        desk.add(link(2), link(1));
        desk.work();
        desk.add(link(3));
        desk.restart();
        desk.workUntil("2026-01-15T22:59:59Z", Duration.ofMinutes(10));
        assertThat(desk.mails()).containsExactly("vault: Head of the hash chain: link 2");

        desk.workAt("2026-01-15T23:00:00Z"); // midnight in Berlin
        assertThat(desk.mails()).containsExactly("vault: Head of the hash chain: link 3");

        desk.workUntil("2026-01-18T12:00:00Z", Duration.ofHours(1));
        assertThat(desk.mails()).isEmpty();
    }

    @Test
    void shouldGoOnWhenTheAddressWasRefused() {
        desk.postman.answer(new SmtpOutcome.Refused("the recipient was refused with 550"));
        desk.add(link(1));
        desk.work();
        desk.restart();
        desk.work();
        assertThat(desk.postman.attempts()).isEqualTo(1);

        desk.postman.answer(new SmtpOutcome.Sent());
        desk.add(link(2));
        desk.workAt("2026-01-16T09:00:00Z");

        assertThat(desk.mails()).containsExactly("vault: Head of the hash chain: link 2");
    }

    @Test
    void shouldGoOnWhenTheClockWasAYearAhead() {
        desk.clock.set(Instant.parse("2027-01-15T09:00:00Z"));
        desk.add(link(1));
        desk.work();
        desk.clock.set(Instant.parse("2026-01-15T09:00:00Z"));
        desk.restart();
        desk.add(link(2));
        desk.work();
        desk.add(link(3));
        desk.work();

        assertThat(desk.mails())
                .containsExactly("vault: Head of the hash chain: link 1", "vault: Head of the hash chain: link 2");
    }
}
