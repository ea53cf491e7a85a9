package org.chartwarden.producers.delimited;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalTime;
import org.chartwarden.producers.delimited.Moments.Day;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeFormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "iso => 2026-01-31T08:15:00+01:00 => 2026-01-31T07:15:00Z",
                "iso => 2026-01-31T08:15:00.123Z => 2026-01-31T08:15:00.123Z",
                "iso => 2026-01-31T08:15:00.123456789Z => 2026-01-31T08:15:00.123Z",
                "iso => 2026-01-31 08:15:00+0100 => 2026-01-31T07:15:00Z",
                "iso => 2026-01-31 08:15:00.1234567 => 2026-01-31T07:15:00.123Z",
                "iso => 2026-01-31T08:15:00.5+01 => 2026-01-31T07:15:00.500Z",
                "iso => 2026-01-31T08:15+01:00 => 2026-01-31T07:15:00Z",
                "iso => 2026-01-31 08:15 => 2026-01-31T07:15:00Z",
                "iso => 2026-07-31T08:15:00 => 2026-07-31T06:15:00Z",
                "M/d/yyyy h:mm:ss a => 1/31/2026 8:15:00 PM => 2026-01-31T19:15:00Z",
                "M/d/yyyy h:mm:ss a => 1/31/2026 12:15:00 am => 2026-01-30T23:15:00Z",
                "dd-MMM-yyyy HH:mm => 31-JAN-2026 08:15 => 2026-01-31T07:15:00Z",
                "yyyyMMddHHmmss => 20260131081500 => 2026-01-31T07:15:00Z",
                "yyyy-MM-dd HH:mm VV => 2026-01-31 08:15 America/New_York => 2026-01-31T13:15:00Z",
                "seconds since 1970-01-01T00:00:00Z => 1769846400.5 => 2026-01-31T08:00:00.500Z",
                "seconds since 1840-12-31T00:00:00Z => 5840756100 => 2026-01-31T08:15:00Z",
                "milliseconds since 1970-01-01T00:00:00Z => 1769846400123 => 2026-01-31T08:00:00.123Z"
            })
    void shouldReadTimes(String format, String text, String expected) {
        assertThat(Moments.of(TimeFormat.of(format).read(text), Given.BERLIN, Day.REFUSED))
                .hasToString("Optional[" + expected + "]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "BEGIN => Optional[2026-03-28T23:00:00Z]",
                "LAST => Optional[2026-03-29T21:59:59.999Z]",
                "AFTER => Optional[2026-03-29T22:00:00Z]",
                "REFUSED => Optional.empty"
            })
    void shouldReadTheDayOnWhichTheClockIsPutForward(Day day, String expected) {
        assertThat(Moments.of(TimeFormat.of("iso").read("2026-03-29"), Given.BERLIN, day))
                .hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29 01:59:59, 2026-03-29T00:59:59Z",
        "2026-03-29 02:30:00, 2026-03-29T01:30:00Z", // skipped: reads as 03:30
        "2026-03-29 03:00:00, 2026-03-29T01:00:00Z",
        "2026-10-25 02:30:00, 2026-10-25T00:30:00Z", // shown twice: the first counts
        "2026-10-25 03:00:00, 2026-10-25T02:00:00Z"
    })
    void shouldReadLocalTimesWhereTheClockChanges(String text, String expected) {
        assertThat(Moments.of(TimeFormat.of("iso").read(text), Given.BERLIN, Day.REFUSED))
                .hasToString("Optional[" + expected + "]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "iso => 2026-02-30T08:00:00",
                "iso => 2026-1-31T08:00:00",
                "iso => 2026-01-31T25:00:00",
                "iso => 2026-01-3108:00:00",
                "iso => 31.01.2026",
                "dd.MM.yyyy => 30.02.2026",
                "dd.MM.yyyy => 31.01.26",
                "seconds since 1970-01-01T00:00:00Z => 1e9",
                "seconds since 1970-01-01T00:00:00Z => 1234567890123456"
            })
    void shouldNotReadWhatIsNoTime(String format, String text) {
        TimeFormat read = TimeFormat.of(format);

        assertThatThrownBy(() -> read.read(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+99999-01-01", "+999999999-12-31", "-0001-01-01", "+999999999-12-31T23:59:59Z"})
    void shouldNotTakeTimesOfAnotherAge(String text) {
        for (Day day : Day.values()) {
            assertThat(Moments.of(TimeFormat.of("iso").read(text), Given.BERLIN, day))
                    .isEmpty();
        }
    }

    @Test
    void shouldReadTimesOfDay() {
        assertThat(TimeFormat.of("iso").read("07:30")).isEqualTo(LocalTime.of(7, 30));
        assertThat(TimeFormat.of("h:mm a").read("7:30 pm")).isEqualTo(LocalTime.of(19, 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "today", "yyyy-MM", "{", "EEEE", "seconds since yesterday", "'date'"})
    void shouldRefuseWhatIsNoFormat(String format) {
        assertThatThrownBy(() -> TimeFormat.of(format)).isInstanceOf(IllegalArgumentException.class);
    }
}
