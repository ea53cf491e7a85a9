package org.chartwarden.sink.mail.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AgendaTest {

    private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    private final Agenda agenda = new Agenda();

    @Test
    void shouldTellWhatHasComeInTheOrderOfTheIds() {
        agenda.put("c", NOON);
        agenda.putNow("b");
        agenda.put("a", NOON.plusSeconds(1));
        agenda.put("d", Instant.MAX);

        assertThat(agenda.until(NOON)).containsExactly("b", "c");
        assertThat(agenda.until(NOON.plusSeconds(1))).containsExactly("a", "b", "c");
    }

    @Test
    void shouldKnowOneTimeOfEach() {
        agenda.putNow("a");
        agenda.put("a", NOON.plusSeconds(1));
        agenda.putNow("b");
        agenda.remove("b");

        assertThat(agenda.until(NOON)).isEmpty();
    }

    @Test
    void shouldTellAllWhenTheClockWasSetBack() {
        agenda.put("a", NOON.plusSeconds(3600));
        agenda.put("b", Instant.MAX);
        assertThat(agenda.until(NOON)).isEmpty();

        assertThat(agenda.until(NOON.minusSeconds(1))).containsExactly("a", "b");
    }
}
