package org.chartwarden.streams.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AlertIdsTest {

    private static final Instant DAY = Instant.parse("2026-03-02T00:00:00Z");

    private final AlertIds ids = new AlertIds("0123456789abcdef");

    @Test
    void shouldStayTheSameForEver() {
        assertThat(ids.of("rule", "u1", "p1", DAY)).isEqualTo("a9a4c3eb6e70e4b54111d0db105318ef");
    }

    @Test
    void shouldDifferByStoryAndKey() {
        assertThat(ids.of("rule", "u1", "p1", DAY))
                .isNotEqualTo(ids.of("other", "u1", "p1", DAY))
                .isNotEqualTo(ids.of("rule", "u1p", "1", DAY))
                .isNotEqualTo(ids.of("rule", "p1", "u1", DAY))
                .isNotEqualTo(ids.of("rule", "u1", "p1", DAY.plusSeconds(1)))
                .isNotEqualTo(new AlertIds("0123456789abcdeF").of("rule", "u1", "p1", DAY));
    }

    @Test
    void shouldRefuseAShortKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlertIds("0123456789abcde"))
                .withMessage("the key of the alert ids has 15 characters, but must have 16 or more");
    }
}
