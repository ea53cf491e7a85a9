package org.chartwarden.producers.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QueryParametersTest {

    static Stream<Arguments> queries() {
        return Stream.of(
                Arguments.of("GET /Patient?family=Example&given=Ada", List.of("family", "given")),
                Arguments.of("GET Patient?family=van%20Dyk HTTP/1.1", List.of("family")),
                Arguments.of("GET /Patient?family=x HTTP/y&given=Ada HTTP/1.1", List.of("family", "given")),
                Arguments.of(
                        "GET /Patient?family=van Dyk&birthdate=1980-01-01 HTTP/1.1", List.of("family", "birthdate")),
                Arguments.of("https://ehr.example/fhir/Patient?family:exact=Example", List.of("family")),
                Arguments.of("?name%3Acontains=Example", List.of("name")),
                Arguments.of("family=Example&_count=10", List.of("family", "_count")),
                Arguments.of(
                        "GET /Observation?subject:Patient.name=Ada&patient.family=x", List.of("subject", "patient")),
                Arguments.of("GET /Patient?_has:Observation:patient:code=1234-5", List.of("_has")),
                Arguments.of("GET /Patient?address-city=", List.of("address-city")),
                Arguments.of(
                        "POST /Patient/_search?_format=json HTTP/1.1\r\nAccept: a; charset=utf-8\r\n\r\nfamily=Example&given=A\r\n",
                        List.of("_format", "family", "given")),
                Arguments.of("POST /Patient/_search\n\nfamily=Example", List.of("family")));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void shouldTellNamesAndNoValues(String query, List<String> names) {
        assertThat(QueryParameters.names(query.getBytes(StandardCharsets.UTF_8)))
                .containsExactlyElementsOf(names);
    }

    static Stream<String> others() {
        return Stream.of(
                "",
                " ",
                "Ada Example",
                "GET /Patient/p1",
                "GET /Patient?Example",
                "GET /Patient?=Example",
                "GET /Patient?Ada Example=1",
                "?" + "a".repeat(60) + "=1",
                "DICM\u0000\u0010=\u0000PN=Example^Ada",
                "<Query name=\"Ada\"/>",
                "Cookie: x\n\n");
    }

    @ParameterizedTest
    @MethodSource("others")
    void shouldTellNothingOfWhatIsNoQuery(String query) {
        assertThat(QueryParameters.names(query.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void shouldReadALongQueryInAMoment() {
        String blanks = "a" + " ".repeat(2_000_000) + "b";

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(QueryParameters.names(("GET ?family=" + blanks).getBytes(StandardCharsets.UTF_8)))
                        .containsExactly("family"));
    }

    @Test
    void shouldTellNothingOfBrokenText() {
        assertThat(QueryParameters.names(new byte[] {(byte) 0xff, '=', (byte) 0xfe}))
                .isEmpty();
    }

    @Test
    void shouldTellNothingWithoutQuery() {
        assertThat(QueryParameters.names(null)).isEmpty();
    }
}
