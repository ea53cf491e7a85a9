package org.chartwarden.reports.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.chartwarden.reports.picture.UserAgainstPeers.Day;
import org.junit.jupiter.api.Test;

class UserAgainstPeersTest {

    private static final LocalDate DAY = LocalDate.parse("2026-01-31");

    @Test
    void shouldDrawColumnAndBandOfEachDayToScale() throws Exception {
        var picture = Picture.of(UserAgainstPeers.draw(List.of(new Day(DAY, 10, 2, 4, 6))));

        // legend's column and band, the day's band and column, the frame; of 150 pixels ten accesses take all
        assertThat(picture.attributes("rect", "height")).containsExactly("10.0", "10.0", "60.0", "150.0", "150.0");
        assertThat(picture.texts())
                .containsExactly(
                        "this user",
                        "middle half of the peers",
                        "the peers' median",
                        "accesses a day",
                        "0",
                        "2",
                        "4",
                        "6",
                        "8",
                        "10",
                        "2026-01-31");
    }

    @Test
    void shouldKeepTheDatesOfAYearApart() throws Exception {
        List<Day> year = IntStream.range(0, 365)
                .mapToObj(i -> new Day(DAY.plusDays(i), i, 0, 0, 0))
                .toList();

        var picture = Picture.of(UserAgainstPeers.draw(year));

        assertThat(picture.texts()).filteredOn(text -> text.startsWith("202")).hasSize(8);
        assertThat(picture.texts()).contains("400", "0");
    }

    @Test
    void shouldSayThatThereIsNothing() throws Exception {
        assertThat(Picture.of(UserAgainstPeers.draw(List.of())).texts()).containsExactly("No days to compare");
    }

    @Test
    void shouldDrawADayOnWhichNobodyDidAnything() throws Exception {
        var picture = Picture.of(UserAgainstPeers.draw(List.of(new Day(DAY, 0, 0, 0, 0))));

        assertThat(picture.texts()).contains("0", "1").doesNotContain("2");
    }

    @Test
    void shouldRefuseQuartilesThatAreNotInOrder() {
        assertThatThrownBy(() -> new Day(DAY, 1, 5, 4, 6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("counts of 2026-01-31 are negative or their quartiles not in order");
    }
}
