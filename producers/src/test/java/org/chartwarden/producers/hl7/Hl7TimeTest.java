package org.chartwarden.producers.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.hl7v2.parser.EncodingCharacters;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Hl7TimeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026,                     2025-12-31T23:00:00Z,     2026-12-31T22:59:59.999Z",
        "202602,                   2026-01-31T23:00:00Z,     2026-02-28T22:59:59.999Z",
        "20260201,                 2026-01-31T23:00:00Z,     2026-02-01T22:59:59.999Z",
        "2026020108,               2026-02-01T07:00:00Z,     2026-02-01T07:00:00Z",
        "202602010815,             2026-02-01T07:15:00Z,     2026-02-01T07:15:00Z",
        "20260201081530,           2026-02-01T07:15:30Z,     2026-02-01T07:15:30Z",
        "20260201081530.1234-0500, 2026-02-01T13:15:30.123Z, 2026-02-01T13:15:30.123Z",
        "202602010815+0000,        2026-02-01T08:15:00Z,     2026-02-01T08:15:00Z",
        "202607010815,             2026-07-01T06:15:00Z,     2026-07-01T06:15:00Z",
        "202603290230,             2026-03-29T01:30:00Z,     2026-03-29T01:30:00Z", // a time that the clock leaves out
        "202610250230,             2026-10-25T00:30:00Z,     2026-10-25T00:30:00Z", // the first of two
        "20260201081530^S,         2026-02-01T07:15:30Z,     2026-02-01T07:15:30Z",
    })
    void shouldReadTime(String text, Instant start, Instant end) throws Refusal {
        Hl7Time time = Hl7Time.of(field(text)).orElseThrow();

        assertThat(time.start(BERLIN)).isEqualTo(start);
        assertThat(time.end(BERLIN)).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "202",
                "20261",
                "20261301",
                "20260230",
                "2026020124",
                "202602010860",
                "2026020108153",
                "today",
                "2026-02-01",
                "202602010815.5",
                "20260201+1",
                "20260201081530+9900",
                "20260201 0815",
                "00000000"
            })
    void shouldRefuseAnythingElse(String text) {
        assertThatThrownBy(() -> Hl7Time.of(field(text)))
                .isInstanceOf(Refusal.class)
                .hasMessage("PID-7 is not a valid time of HL7 v2; such as 20260131, 202601310815 or"
                        + " 20260131081500+0100 is required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"\"", "^S"})
    void shouldKnowNoTimeWhereNoneIsTold(String text) throws Refusal {
        assertThat(Hl7Time.of(field(text))).isEmpty();
    }

    @Test
    void shouldTellDayOnlyWhereThereIsOne() throws Refusal {
        assertThat(Hl7Time.of(field("202602")).flatMap(Hl7Time::day)).isEqualTo(Optional.empty());
    }

    private static Field field(String text) {
        return new Field("PID-7", text, EncodingCharacters.defaultInstance());
    }
}
