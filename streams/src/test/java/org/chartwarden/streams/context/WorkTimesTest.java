package org.chartwarden.streams.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.chartwarden.model.Duty;
import org.chartwarden.model.WeeklyShift;
import org.chartwarden.serde.TrustedClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkTimesTest {

    static {
        TrustedClasses.ensure();
    }

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Monday and Tuesday from 8 to 16, the night to Friday, and after that free until the next Tuesday (UTC). */
    private static final List<Duty> ROSTER = Stream.of(
                    "2026-03-02T08:00:00Z/2026-03-02T16:00:00Z",
                    "2026-03-03T08:00:00Z/2026-03-03T16:00:00Z",
                    "2026-03-05T20:00:00Z/2026-03-06T04:00:00Z",
                    "2026-03-10T08:00:00Z/2026-03-10T16:00:00Z")
            .map(WorkTimesTest::duty)
            .toList();

    /** Every day from midnight to midnight: never off. */
    private static final List<WeeklyShift> ALWAYS = Stream.of(1, 2, 3, 4, 5, 6, 7)
            .map(day -> new WeeklyShift(day, 0, 24 * 60))
            .toList();

    /** Mondays from 0 to 1 only. */
    private static final List<WeeklyShift> HARDLY = List.of(new WeeklyShift(1, 0, 60));

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T08:00:00Z, false",
        "2026-03-02T16:59:59Z, false",
        "2026-03-02T17:00:00Z, true",
        "2026-03-03T07:00:00Z, true",
        "2026-03-03T07:00:01Z, false",
        "2026-03-04T12:00:00Z, true",
        "2026-03-05T19:00:00Z, true",
        "2026-03-06T04:59:59Z, false", // though the next duty is more than four days off
        "2026-03-10T16:30:00Z, false", // though no duty follows
    })
    void shouldBelieveARosterInItsMidstWhateverIsUsual(Instant time, boolean expected) {
        assertThat(new WorkTimes(ALWAYS, ROSTER).isOutside(time, BERLIN)).isEqualTo(expected);
        assertThat(new WorkTimes(HARDLY, ROSTER).isOutside(time, BERLIN)).isEqualTo(expected);
        assertThat(new WorkTimes(List.of(), ROSTER).isOutside(time, BERLIN)).isEqualTo(expected);
    }

    /** Within four days before a time, and within four days after it, a duty begins: else no roster tells of it. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T07:00:00Z", // before its first duty
        "2026-03-06T07:59:59Z", // more than four days before the next one
        "2026-03-09T20:00:01Z", // more than four days after the last one
        "2026-03-10T17:00:00Z", // nothing after it
        "2026-04-01T12:00:00Z",
    })
    void shouldFallBackToTheWeekWhereNoRosterTells(Instant time) {
        assertThat(new WorkTimes(ALWAYS, ROSTER).isOutside(time, BERLIN)).isFalse();
        assertThat(new WorkTimes(HARDLY, ROSTER).isOutside(time, BERLIN)).isTrue();
        assertThat(new WorkTimes(List.of(), ROSTER).isOutside(time, BERLIN))
                .as("nothing is known")
                .isFalse();
    }

    @Test
    void shouldKnowNothingWithoutTimes() {
        WorkTimes unknown = new WorkTimes(List.of(), List.of());

        assertThat(unknown.isOutside(Instant.parse("2026-03-04T12:00:00Z"), BERLIN))
                .isFalse();
    }

    private static Duty duty(String interval) {
        String[] ends = interval.split("/");
        return new Duty(Instant.parse(ends[0]), Instant.parse(ends[1]));
    }
}
