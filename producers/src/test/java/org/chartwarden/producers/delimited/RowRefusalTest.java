package org.chartwarden.producers.delimited;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Action;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused names the column and what is allowed, and never what stands there. */
class RowRefusalTest {

    private static final Mapping MAPPING = Given.mapping("""
            name: x
            kind: access
            empty: [n/a]
            fields:
              time: {column: When, formats: [iso, dd.MM.yyyy HH:mm]}
              action: {column: What, values: {view: R, change: U}}
              outcome: {column: How, values: {ok: success}, default: serious-failure}
              userId: {column: Who, pattern: ".*\\\\[([0-9]+)\\\\]"}
              patientId: {columns: [Site, Chart], join: "-"}
              purposeOfUse: {column: Why, split: "+"}
            filters:
              - {column: What, isNot: [ping]}
              - {column: Site, matches: "[A-Z]*"}
            """);

    private static final String HEADER = "When,What,How,Who,Site,Chart,Why";

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                ",view,ok,,A,1, => column When is empty; a date with a time of day is required",
                "secret,view,ok,,A,1, => column When is not understood; allowed is a date with a time of day, written as"
                        + " iso or dd.MM.yyyy HH:mm",
                "2026-03-04,view,ok,,A,1, => column When is not understood; allowed is a date with a time of day, written"
                        + " as iso or dd.MM.yyyy HH:mm",
                "04.03.2026 08:00,,ok,,A,1, => column What is empty; C, R, U, D or E is required",
                "04.03.2026 08:00,secret,ok,,A,1, => column What is not understood; allowed is C, R, U, D or E; a word that"
                        + " the mapping's values of action list is allowed too",
                "04.03.2026 08:00,view,ok,,A,1 => The row has 6 cells, and there are 7 columns",
                "01.01.1960 08:00,view,ok,,A,1, => column When is before 1970; Kafka knows no such times. Correct the"
                        + " clock of the source"
            })
    void shouldRefuse(String row, String message) {
        assertThatThrownBy(() -> Given.read(MAPPING, HEADER, row))
                .isInstanceOf(Refusal.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '\'',
            value = {
                "a\u0001b => column Who has a control character; only tab, line feed and carriage return are allowed",
                "\"a\"b => The row has text behind the closing quote of a cell, or too many cells; a quote inside a quoted"
                        + " cell must be doubled",
                "\"a => The row opens a quote that is not closed",
                "a\0b => The row has a NUL character, as text in UTF-16 does; allowed is UTF-8"
            })
    void shouldRefuseWhatIsNoText(String cell, String message) {
        String row = "04.03.2026 08:00,view,ok," + cell + ",A,1,";

        assertThatThrownBy(() -> Given.read(MAPPING, HEADER, row))
                .isInstanceOf(Refusal.class)
                .hasMessage(message);
    }

    @Test
    void shouldRefuseSeveralRowsWhereOneIsAllowed() {
        assertThatThrownBy(() -> Given.read(MAPPING, HEADER, "a\nb"))
                .hasMessage("There is a line end outside quotes; one row is allowed here");
    }

    /** Editors end the last line of a row that was corrected. */
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void shouldReadARowWithItsLineEnd(String end) throws Refusal {
        String row = "04.03.2026 08:00,view,ok,Doe [17],A,1,TREAT";

        assertThat(Given.read(MAPPING, HEADER, row + end)).hasSize(1);
        assertThatThrownBy(() -> Given.read(MAPPING, HEADER, row + end + end + row))
                .hasMessage("There is a line end outside quotes; one row is allowed here");
    }

    @Test
    void shouldReadWhatTheMappingSays() throws Refusal {
        AccessEvent access =
                (AccessEvent) Given.read(MAPPING, HEADER, "04.03.2026 08:00,VIEW,odd,Doe [17],A,1,TREAT+ETREAT+TREAT")
                        .get(0);

        assertThat(access.getAction()).isEqualTo(Action.R);
        assertThat(access.getOutcome()).hasToString("SERIOUS_FAILURE");
        assertThat(access.getUserId()).isEqualTo("17");
        assertThat(access.getPatientId()).isEqualTo("A-1");
        assertThat(access.getPurposeOfUse()).isEqualTo(List.of("TREAT", "ETREAT"));
        assertThat(access.getEmergency()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x,ping,ok,,A,1,", "x,view,ok,,a,1,", ",,,,,,", ",,", " "})
    void shouldPassOverWhatIsNotNeeded(String row) throws Refusal {
        assertThat(Given.read(MAPPING, HEADER, row)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "When,Who => The header has 2 columns, but not Chart, How, Site, What, Why",
                "when,WHAT,How,Who,Site,Chart,Why,What => The header has more than one column What"
            })
    void shouldRefuseAHeaderWithoutTheColumns(String header, String message) {
        assertThatThrownBy(() -> Given.read(MAPPING, header, ""))
                .isInstanceOf(Refusal.class)
                .hasMessage(message);
    }

    @Test
    void shouldGiveUpAPatternThatTakesForEver() {
        Mapping careless = Given.mapping("""
                name: x
                kind: access
                fields: {time: T, action: A, userId: {column: U, pattern: "((?:.*a){8})!"}}
                """);
        String row = "2026-03-04T08:00:00Z,R," + "a".repeat(60) + "b";

        assertThatThrownBy(() -> Given.read(careless, "T,A,U", row))
                .hasMessage("column U takes the pattern of the mapping more than 1,000,000 steps");
    }

    @Test
    void shouldReadFilesWithoutHeaderAndQuotes() throws Exception {
        Mapping mapping = Given.mapping("""
                name: x
                kind: access
                delimiter: tab
                quote: none
                columns: [T, A, U]
                fields: {time: T, action: A, userName: U}
                """);

        List<Object> accesses = Given.values(Given.feed(mapping), "2026-03-04T08:00:00Z\tR\t\"O'Neill\n");

        assertThat(accesses).map(access -> ((AccessEvent) access).getUserName()).containsExactly("\"O'Neill");
    }
}
