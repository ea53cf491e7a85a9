package org.chartwarden.sink.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTest {

    private static final Instant NOW = Instant.parse("2036-02-29T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "chartwarden-accesses-2026.02, 2026-02-28T11:59:59.999Z, false, true",
        "chartwarden-accesses-2026.02, 2026-02-28T12:00:00Z,     false, false",
        "chartwarden-accesses-2026.02, 2026-02-28T11:59:59.999Z, true,  false",
        "chartwarden-dead-letters,     2026-02-28T11:59:59.999Z, false, true",
        "chartwarden-rules,            2006-02-28T12:00:00Z,     false, false",
        "chartwarden-instructions,     2006-02-28T12:00:00Z,     false, false",
        "chartwarden-chain-pages,      2006-02-28T12:00:00Z,     false, false"
    })
    void shouldTellWhatNeedNotBeThereAnyMore(String index, Instant time, boolean held, boolean past) {
        Retention tenYears = Retention.of(Settings.of(Map.of()));

        assertThat(tenYears.isPast(index, time, held, NOW)).isEqualTo(past);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "retention.period     | P0D   | retention.period is P0D, but must be a day at least.",
                "retention.period     | -P1Y  | retention.period is P-1Y, but must be a day at least.",
                "retention.period     | PT90D | retention.period is \"PT90D\", but must be an ISO 8601 period of years,"
                        + " months and days such as P10Y.",
                "retention.warm.after | PT0S  | retention.warm.after is PT0S, but must be longer than nothing.",
                "retention.interval   | -PT1H | retention.interval is PT-1H, but must be longer than nothing."
            })
    void shouldRefuseWhatIsNoTime(String key, String value, String message) {
        assertThatThrownBy(() -> Retention.of(Settings.of(Map.of(key, value))))
                .isInstanceOf(SettingsException.class)
                .hasMessage(message);
    }
}
