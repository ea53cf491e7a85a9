package org.chartwarden.reports.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DayColumnsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-01-31");

    @Test
    void shouldDrawThePartsOfEachDayToScale() throws Exception {
        var picture = Picture.of(DayColumns.draw(
                List.of("decided", "open"), Map.of(DAY, List.of(4L, 1L), DAY.plusDays(2), List.of(0L, 2L)), "Alerts"));

        // legend, both parts of the first day, the one of the last, the frame: 5 of 5 take all of 130 pixels
        assertThat(picture.attributes("rect", "height"))
                .containsExactly("10.0", "10.0", "104.0", "26.0", "52.0", "130.0");
        assertThat(picture.texts())
                .contains("one column: a day", "Sat 2026-01-31", "Sun 2026-02-01", "Mon 2026-02-02", "5");
    }

    @Test
    void shouldAddUpTheDaysOfAMonthWhenThereAreTooMany() throws Exception {
        var picture = Picture.of(DayColumns.draw(
                List.of("alerts"),
                Map.of(
                        DAY,
                        List.of(3L),
                        DAY.plusYears(1),
                        List.of(1L),
                        DAY.plusYears(1).minusDays(1),
                        List.of(1L)),
                "Alerts"));

        assertThat(picture.attributes("rect", "height")).containsExactly("10.0", "130.0", "86.7", "130.0");
        assertThat(picture.texts()).contains("one column: a month", "2026-01");
    }

    @Test
    void shouldSayThatThereIsNothing() throws Exception {
        assertThat(Picture.of(DayColumns.draw(List.of("alerts"), Map.of(), "Alerts"))
                        .texts())
                .containsExactly("Nothing to count");
    }
}
