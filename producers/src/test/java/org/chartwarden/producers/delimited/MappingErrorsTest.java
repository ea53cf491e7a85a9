package org.chartwarden.producers.delimited;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.chartwarden.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MappingErrorsTest {

    /** Fields from the third line on. */
    private static final String ACCESS = "name: x\nkind: access\n";

    private static final String TIME_AND_ACTION = "fields: {time: T, action: A}\n";

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("", "x.yaml:1:1: the file is empty"),
                Arguments.of(
                        "name: X\nkind: access\n" + TIME_AND_ACTION,
                        "x.yaml:1:7: name is \"X\", but must be lower-case words joined by hyphens"),
                Arguments.of(
                        "name: x\nkind: log\n" + TIME_AND_ACTION,
                        "x.yaml:2:7: kind is \"log\", but must be one of access, workforce, leave, shifts, watch-list"),
                Arguments.of(
                        ACCESS,
                        "x.yaml:1:1: the key \"fields\" is missing"
                                + "\nx.yaml:1:1: fields must have action; it may stand among the constants instead"
                                + "\nx.yaml:1:1: fields must have time; it may stand among the constants instead"),
                access(
                        "charset: UTF-16",
                        "charset is \"UTF-16\", but must be UTF-8, US-ASCII, ISO-8859-1 to -16, or"
                                + " windows-1250 to -1258",
                        10),
                access(
                        "delimiter: \";;\"",
                        "delimiter is \";;\", but must be comma, semicolon, tab, pipe, or one ASCII" + " character",
                        12),
                access("quote: \",\"", "quote must be another character than the delimiter", 8),
                access("skip: -1", "skip is \"-1\", but must be a number of lines from 0 to 1000", 7),
                access(
                        "zone: Europe/Atlantis",
                        "zone is \"Europe/Atlantis\", but must be site, or a time zone such as Europe/Berlin",
                        7),
                access("columns: [T, B]", "columns must name every column that is used, and there is no A", 10),
                access("columns: [T, A, t]", "columns must name each column once", 10),
                access(
                        "snapshot: true",
                        "snapshot is for staff, leave, shifts and watch lists; an access log is none",
                        11),
                access("perDepartment: true", "perDepartment is for the kind workforce", 16),
                access(
                        "constants: {time: x}",
                        "time is a date with a time of day, which cannot be the same in all rows",
                        19),
                access("constants: {action: R}", "action stands among the fields too", 21),
                access(
                        "constants: {outcome: bad}",
                        "outcome is \"bad\", but must be success, minor-failure,"
                                + " serious-failure, major-failure, 0, 4, 8 or 12",
                        22),
                access(
                        "constants: {user: x}",
                        "unknown key \"user\"; allowed are " + String.join(", ", Kind.ACCESS.fields()),
                        13),
                access(
                        "filters: [{column: B}]",
                        "column is compared with nothing; is, isNot or matches must stand beside it",
                        20),
                access(
                        "filters: [{column: B, matches: \"(\"}]",
                        "matches is \"(\", but must be a regular expression without groups",
                        32));
    }

    private static Arguments access(String line, String problem, int column) {
        return Arguments.of(ACCESS + line + "\n" + TIME_AND_ACTION, "x.yaml:3:" + column + ": " + problem);
    }

    static Stream<Arguments> fieldMistakes() {
        return Stream.of(
                Arguments.of(
                        "action: {column: A, format: iso}", ": format is for times, and action is C, R, U, D or E"),
                Arguments.of(
                        "action: {column: A, values: {view: X}}",
                        ": values has \"X\", but action must be C, R, U, D or E"),
                Arguments.of(
                        "action: {column: A, values: {a: R, A: U}}",
                        ": A stands here a second time; upper and lower case mean the same"),
                Arguments.of(
                        "action: {column: A, default: X}", ": default has \"X\", but action must be C, R, U, D or E"),
                Arguments.of("action: {column: A, split: ;}", ": split is for lists, and action is C, R, U, D or E"),
                Arguments.of("action: {column: A, columns: [B]}", ": columns must not stand beside column"),
                Arguments.of("action: {}", ": the key \"column\" is missing"),
                Arguments.of(
                        "action: {column: A, pattern: x}",
                        ": pattern is \"x\", but must be a regular expression with one group"),
                Arguments.of(
                        "action: A, endTime: {column: E, format: yyyy-MM}",
                        ": format is \"yyyy-MM\", but must be " + TimeFormat.ALLOWED),
                Arguments.of(
                        "action: A, endTime: {column: E, formats: [iso, x]}",
                        ": formats has \"x\", but each must be " + TimeFormat.ALLOWED),
                Arguments.of(
                        "action: A, endTime: {column: E, default: x}",
                        ": default is for words, and endTime is a date with a time of day"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void shouldNameWhatIsWrongWhereAndWhatIsAllowed(String yaml, String problem) {
        assertThat(problems(yaml)).containsExactly(problem.split("\n"));
    }

    @ParameterizedTest
    @MethodSource("fieldMistakes")
    void shouldNameWhatIsWrongInAField(String field, String problem) {
        String yaml = ACCESS + "fields:\n  time: T\n  " + field.replace(", endTime", "\n  endTime") + "\n";

        assertThat(problems(yaml)).singleElement().asString().endsWith(problem);
    }

    @Test
    void shouldNameAllMistakesAtOnce() {
        String yaml = "name: x\nkind: shifts\nsnapshot: maybe\nquote: xx\nfields: {userId: U, start: S, day: D}\n";

        assertThat(problems(yaml))
                .containsExactly(
                        "x.yaml:3:11: snapshot is \"maybe\", but must be true or false",
                        "x.yaml:4:8: quote is \"xx\", but must be one ASCII character, or none",
                        "x.yaml:5:9: fields must have either day, startTime and endTime (every week), or start, and end"
                                + " or endTime (one date)");
    }

    @Test
    void shouldNotTakeATimeOfChangeFromASnapshot() {
        String yaml = "name: x\nkind: leave\nsnapshot: true\nfields: {userId: U, start: S, updatedAt: C}\n";

        assertThat(problems(yaml))
                .containsExactly("x.yaml:4:9: fields must not have updatedAt in a snapshot; what it says holds since it"
                        + " was written");
    }

    private static List<String> problems(String yaml) {
        Problems problems = new Problems();
        assertThat(Mappings.read("x.yaml", yaml, Given.BERLIN, problems)).isEmpty();
        return problems.lines();
    }
}
