package org.chartwarden.reports.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountAxisTest {

    @ParameterizedTest
    @CsvSource({
        "0,1,1",
        "1,1,1",
        "4.5,1,5",
        "5,1,5",
        "6,2,6",
        "10,2,10",
        "11,5,15",
        "26,10,30",
        "101,50,150",
        "730,200,800",
        "10001,5000,15000"
    })
    void shouldTakeRoundSteps(double largest, long step, long end) {
        assertThat(CountAxis.upTo(largest)).isEqualTo(new CountAxis(step, end));
    }
}
