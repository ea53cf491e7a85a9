package org.chartwarden.reports.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.chartwarden.reports.picture.AccessMark.Kind;
import org.junit.jupiter.api.Test;

class AccessTimelineTest {

    private static final Instant MORNING = Instant.parse("2026-01-31T10:05:00Z");

    @Test
    void shouldDrawOneMarkOfItsOwnShapeForEachKind() throws Exception {
        var picture = Picture.of(AccessTimeline.draw(
                List.of(
                        new AccessMark(MORNING, Kind.EXPLAINED),
                        new AccessMark(MORNING, Kind.UNEXPLAINED),
                        new AccessMark(MORNING, Kind.RULE_HIT)),
                ZoneOffset.UTC));

        // one each in the legend, one each in the day's row
        assertThat(picture.count("circle")).isEqualTo(2);
        assertThat(picture.count("path")).isEqualTo(4);
        assertThat(picture.texts())
                .contains("explained", "unexplained", "a rule fired", "night", "Sat 2026-01-31", "3")
                .contains("one row: a day, time zone Z");
    }

    @Test
    void shouldMakeOneLargerMarkOfAccessesWithinTwentyMinutes() throws Exception {
        List<AccessMark> thousands = IntStream.range(0, 5_000)
                .mapToObj(i -> new AccessMark(MORNING.plusMillis(i), Kind.EXPLAINED))
                .toList();

        var picture = Picture.of(AccessTimeline.draw(thousands, ZoneOffset.UTC));

        assertThat(picture.count("circle")).isEqualTo(2);
        assertThat(picture.attributes("circle", "r")).containsExactly("2.4", "4.2");
        assertThat(picture.texts()).contains("5000");
    }

    @Test
    void shouldReadDaysAndHoursInTheZone() throws Exception {
        Instant nearMidnight = Instant.parse("2026-01-31T23:30:00Z");

        var picture = Picture.of(
                AccessTimeline.draw(List.of(new AccessMark(nearMidnight, Kind.EXPLAINED)), ZoneId.of("Europe/Berlin")));

        assertThat(picture.texts()).contains("Sun 2026-02-01").doesNotContain("Sat 2026-01-31");
    }

    @Test
    void shouldNeverNeedMoreThanAPagesRows() throws Exception {
        for (long days : new long[] {0, 1, 30, 31, 300, 5_000, 100_000}) {
            var picture = Picture.of(AccessTimeline.draw(
                    List.of(
                            new AccessMark(MORNING, Kind.EXPLAINED),
                            new AccessMark(MORNING.plus(Duration.ofDays(days)), Kind.RULE_HIT)),
                    ZoneOffset.UTC));

            assertThat(picture.height()).as("%d days", days).isLessThanOrEqualTo(641);
        }
    }

    @Test
    void shouldSayThatThereIsNothing() throws Exception {
        assertThat(Picture.of(AccessTimeline.draw(List.of(), ZoneOffset.UTC)).texts())
                .containsExactly("No accesses");
    }

    @Test
    void shouldDrawTheSameWhateverTheOrder() {
        List<AccessMark> accesses = List.of(
                new AccessMark(MORNING, Kind.EXPLAINED),
                new AccessMark(MORNING.plusSeconds(86_400), Kind.UNEXPLAINED),
                new AccessMark(MORNING.plusSeconds(7_200), Kind.RULE_HIT));
        List<AccessMark> reversed = List.of(accesses.get(2), accesses.get(1), accesses.get(0));

        assertThat(AccessTimeline.draw(reversed, ZoneOffset.UTC))
                .isEqualTo(AccessTimeline.draw(accesses, ZoneOffset.UTC));
    }
}
