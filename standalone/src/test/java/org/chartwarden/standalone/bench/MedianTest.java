package org.chartwarden.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MedianTest {

    @Test
    void shouldTakeTheMiddleOfAnOddNumber() {
        assertThat(Median.of(9, 1, 5)).isEqualTo(5);
    }

    @Test
    void shouldTakeTheMeanOfTheTwoInTheMiddle() {
        assertThat(Median.of(8, 1, 5, 4)).isEqualTo(4.5);
    }

    @Test
    void shouldRefuseNothing() {
        assertThatThrownBy(Median::of).hasMessage("no figures have a median");
    }
}
