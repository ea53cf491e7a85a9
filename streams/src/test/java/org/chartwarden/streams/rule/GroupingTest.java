package org.chartwarden.streams.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.chartwarden.streams.rule.Grouping.By;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupingTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "P1D,  2026-03-02T22:59:59Z, 2026-03-01T23:00:00Z",
        "P1D,  2026-03-02T23:00:00Z, 2026-03-02T23:00:00Z",
        // The clocks go forward: the day has 23 hours.
        "P1D,  2026-03-29T21:59:59Z, 2026-03-28T23:00:00Z",
        "P1D,  2026-03-29T22:00:00Z, 2026-03-29T22:00:00Z",
        // 1970-01-01 was a Thursday.
        "P7D,  2026-03-04T22:00:00Z, 2026-02-25T23:00:00Z",
        "P7D,  2026-03-05T00:00:00Z, 2026-03-04T23:00:00Z",
        "PT1H, 2026-03-02T10:59:59Z, 2026-03-02T10:00:00Z",
    })
    void shouldBeginWhereTheSpanBegins(Duration span, Instant time, Instant start) {
        assertThat(new Grouping(List.of(By.USER), span).startOf(time, BERLIN)).isEqualTo(start);
    }

    @Test
    void shouldRefuseToGroupByNobody() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grouping(List.of(), Duration.ofDays(1)))
                .withMessage("group must name user or patient, for a span between PT1M and PT744H");
    }
}
