package org.chartwarden.standalone.bench.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatenciesTest {

    @ParameterizedTest
    @CsvSource({"50, 100", "95, 190", "99, 198", "100, 200", "0.1, 1"})
    void shouldTakeTheNearestRank(double percent, long expected) {
        Latencies latencies = Latencies.of(
                LongStream.rangeClosed(1, 200).map(each -> 201 - each).toArray());

        assertThat(latencies.percentile(percent)).isEqualTo(expected);
    }

    @Test
    void shouldSayThatNothingWasMeasured() {
        assertThat(Latencies.of().percentile(50)).isEqualTo(-1);
    }
}
