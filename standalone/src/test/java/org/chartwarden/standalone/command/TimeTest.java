package org.chartwarden.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTest {

    private static final Settings VIENNA = Settings.of(Map.of(Setting.SITE_ZONE.key(), "Europe/Vienna"));

    @ParameterizedTest
    @CsvSource({
        "2026-01-31,2026-01-30T23:00:00Z",
        "2026-07-01,2026-06-30T22:00:00Z",
        "2026-01-31T08:00:00Z,2026-01-31T08:00:00Z",
        "2026-01-31T08:00:00+02:00,2026-01-31T06:00:00Z"
    })
    void shouldTakeADayWhereTheSiteIsOrATimeWithItsOffset(String typed, String expected) {
        assertThat(Time.at(new Time.Converter().convert(typed), VIENNA)).isEqualTo(expected);
    }

    @Test
    void shouldLeaveOpenWhatIsNotGiven() {
        assertThat(Time.at(null, VIENNA)).isNull();
    }
}
