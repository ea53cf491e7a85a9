package org.chartwarden.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 min",
        "PT59M59S, 59 min",
        "PT1H, 1 h",
        "PT23H59M, 23 h 59 min",
        "PT24H, 1 d",
        "PT49H30M, 2 d 1 h"
    })
    void shouldTellHowLong(Duration duration, String words) {
        assertThat(Words.length(duration)).isEqualTo(words);
    }

    @Test
    void shouldCountOneAndMany() {
        assertThat(Words.count(0, "access", "accesses")).isEqualTo("0 accesses");
        assertThat(Words.count(1, "access", "accesses")).isEqualTo("1 access");
        assertThat(Words.count(12_345, "access", "accesses")).isEqualTo("12,345 accesses");
    }

    @Test
    void shouldTellNoShareOfNothing() {
        assertThat(Words.share(0, 0)).isEqualTo("–");
        assertThat(Words.share(1, 3)).isEqualTo("33.3 %");
    }
}
