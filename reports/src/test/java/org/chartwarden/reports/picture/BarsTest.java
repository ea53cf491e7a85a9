package org.chartwarden.reports.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.chartwarden.reports.picture.Bars.Bar;
import org.junit.jupiter.api.Test;

class BarsTest {

    private static final List<String> PARTS = List.of("confirmed", "dismissed");

    @Test
    void shouldDrawThePartsOfEachBarToScale() throws Exception {
        var picture = Picture.of(Bars.draw(
                PARTS,
                List.of(new Bar("vip", List.of(3L, 1L), "75 %"), new Bar("none", List.of(0L, 0L), "–")),
                "Rules"));

        // two of the legend, then the bar's parts: 4 of 4 take all of 362 pixels
        assertThat(picture.attributes("rect", "width")).containsExactly("10.0", "10.0", "271.5", "90.5");
        assertThat(picture.texts())
                .containsExactly("confirmed", "dismissed", "0", "1", "2", "3", "4", "vip", "75 %", "none", "–");
    }

    @Test
    void shouldShortenNamesAndDrawNoMoreBarsThanFit() throws Exception {
        List<Bar> bars = IntStream.range(0, 20)
                .mapToObj(i -> new Bar("a name of forty characters, or even more", List.of(1L, 1L), "bar " + i))
                .toList();

        var picture = Picture.of(Bars.draw(PARTS, bars, "Rules"));

        assertThat(picture.texts())
                .contains("a name of forty characters, or even…", "bar 14")
                .doesNotContain("bar 15");
    }

    @Test
    void shouldSayThatThereIsNothing() throws Exception {
        assertThat(Picture.of(Bars.draw(PARTS, List.of(), "Rules")).texts()).containsExactly("Nothing to count");
    }

    @Test
    void shouldRefusePartsThatNobodyCouldTellApart() {
        assertThatThrownBy(() -> Bars.draw(List.of("a", "b", "c", "d"), List.of(), "Rules"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are 4 parts, but must be 1 to 3");
    }
}
