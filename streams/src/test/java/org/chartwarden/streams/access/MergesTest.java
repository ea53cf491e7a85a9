package org.chartwarden.streams.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartwarden.model.Patient;
import org.chartwarden.streams.access.Merges.Hop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergesTest {

    /** d and e lead into the circle a, b, c; f leads to g, which stays. */
    private static final Map<String, String> REPLACED_BY =
            Map.of("a", "c", "c", "b", "b", "a", "d", "c", "e", "d", "f", "g", "h", "h");

    @ParameterizedTest
    @CsvSource({"a, a", "b, a", "c, a", "d, a", "e, a", "f, g", "g, g", "h, h"})
    void shouldEndAtTheSamePatientWhereverItComesIn(String start, String expected) {
        String at = start;
        List<String> passed = List.of();
        for (int hops = 0; hops < 20; hops++) {
            Optional<Hop> hop = next(at, passed);
            if (hop.isEmpty()) {
                assertThat(at).isEqualTo(expected);
                return;
            }
            at = hop.get().to();
            passed = hop.get().passed();
        }
        throw new AssertionError("it goes round for ever");
    }

    @Test
    void shouldStayWhereNothingIsOnRecord() {
        assertThat(Merges.next("x", null, List.of())).isEmpty();
    }

    private static Optional<Hop> next(String at, List<String> passed) {
        Patient patient = Patient.newBuilder()
                .setPatientId(at)
                .setReplacedBy(REPLACED_BY.get(at))
                .build();
        return Merges.next(at, patient, passed);
    }
}
