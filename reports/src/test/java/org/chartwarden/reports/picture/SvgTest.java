package org.chartwarden.reports.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.chartwarden.reports.picture.Svg.Anchor;
import org.junit.jupiter.api.Test;

class SvgTest {

    @Test
    void shouldEscapeWordsAndLeaveOutWhatXmlForbids() throws Exception {
        String hostile = "<script>\"&\u0000\u001b\uffff\ud800 名前 \ud83d\ude00";

        var picture = Picture.of(
                new Svg(10, 10, hostile).text(1, 2, Anchor.START, "", hostile).close());

        assertThat(picture.texts()).containsExactly("<script>\"& 名前 \ud83d\ude00");
        assertThat(picture.count("script")).isZero();
    }

    @Test
    void shouldWriteNumbersWithAPoint() {
        assertThat(Svg.number(1234.56)).isEqualTo("1234.6");
    }
}
