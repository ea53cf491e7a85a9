package org.chartwarden.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessIndicesTest {

    @ParameterizedTest
    @CsvSource({
        "chartwarden-accesses-2026.12,    2027-01-01T00:00:00Z",
        "chartwarden-accesses-2026.02.28, 2026-03-01T00:00:00Z"
    })
    void shouldTellWhenASpanIsOver(String index, Instant end) {
        assertThat(AccessIndices.endOf(index)).contains(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chartwarden-accesses-2026.13",
                "chartwarden-accesses-2026",
                "chartwarden-accesses-2026.02.30",
                "chartwarden-accesses-2026.02-restored",
                "chartwarden-alerts"
            })
    void shouldKnowNoSpanOfAnotherName(String index) {
        assertThat(AccessIndices.endOf(index)).isEmpty();
    }
}
