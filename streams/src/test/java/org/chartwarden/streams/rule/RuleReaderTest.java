package org.chartwarden.streams.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RuleReaderTest {

    @Test
    void shouldReadAMatchRule() {
        Rule rule = RulePack.of("sample.yaml", RuleText.valid()).rules().get(0);

        assertThat(rule.identity()).isEqualTo(new Rule.Identity("sample", 1, "A sample", "For a test."));
        assertThat(rule.detection()).isInstanceOf(Detection.Match.class);
        assertThat(rule.consequence().mails()).isFalse();
        assertThat(rule.examples()).extracting(Example::name).containsExactly("one", "none");
    }

    @Test
    void shouldReadAThresholdRule() {
        Rule rule = RulePack.of("sample.yaml", RuleText.threshold()).rules().get(0);

        assertThat(rule.detection()).isInstanceOfSatisfying(Detection.Threshold.class, threshold -> {
            assertThat(threshold.moreThan()).isEqualTo(2);
            assertThat(threshold.within()).isEqualTo(Duration.ofHours(1));
        });
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(
                        "id: sample",
                        "id: Sample",
                        "1:5: id is \"Sample\", but must be lower-case words joined by hyphens"),
                mistake("version: 1", "version: 0", "2:10: version is \"0\", but must be a whole number from 1"),
                mistake("name: A sample", "name: ''", "3:7: name must be a text that is not blank"),
                mistake("name: A sample\n", "", "1:1: the key \"name\" is missing"),
                mistake("name: A sample", "name: A\nname: B", "4:1: the key \"name\" stands here a second time"),
                mistake(
                        "kind: match",
                        "kind: hunch",
                        "5:7: kind is \"hunch\", but must be one of match, threshold, sequence, first-seen, accumulate"),
                mistake("mail: false", "mail: no", "10:7: mail is \"no\", but must be true or false"),
                mistake(
                        "severity: low",
                        "severity: grave",
                        "8:11: severity is \"grave\", but must be one of low, medium, high, critical"),
                mistake(
                        "by: [user]",
                        "by: [ward]",
                        "9:13: by names \"ward\", but each must be one of user, patient",
                        "9:13: by must name the rule's subject, user: its alerts are kept together"),
                mistake(
                        "for: P1D",
                        "for: 1d",
                        "9:26: for is \"1d\", but must be an ISO 8601 duration longer than zero, such as PT1H or P1D"),
                mistake("for: P1D", "for: P99D", "9:26: for must be from PT1M to PT744H"),
                mistake(
                        "reason: Because.",
                        "reason: By {patient}.",
                        "11:9: reason has the unknown placeholder {patient};"
                                + " allowed are {departments}, {unexplained}, {moreThan}, {within}, {count}, {usual}"),
                mistake(
                        "severity: low",
                        "within: PT1H\nseverity: low",
                        "8:9: within is only allowed with kind: threshold, sequence"),
                mistake(
                        "where: access.opened && patient.vip",
                        "where: patient.vip == 1",
                        "7:20: found no matching overload" + " for '_==_' applied to '(bool, int)'"),
                mistake(
                        "where: access.opened && patient.vip",
                        "where: patient.id",
                        "7:15: expected type 'bool' but found 'string'"),
                mistake(
                        "where: access.opened && patient.vip",
                        "where: |\n  access.opened &&\n    patient.vip &",
                        "9:17: token recognition error at: '&\\n'"),
                mistake("- {patient.vip: true}", "- {}", new String[0]),
                mistake(
                        "{patient.vip: true}",
                        "{patient.vip: maybe}",
                        "15:32: patient.vip is \"maybe\", but must be true or false"),
                mistake(
                        "{patient.vip: true}",
                        "{access.action: X}",
                        "15:34: access.action is \"X\", but must be one of C, R, U, D, E"),
                mistake(
                        "{patient.vip: true}",
                        "{patient.vip: false}",
                        "14:7: the example \"one\" should fire, but stays silent"),
                mistake(
                        "{patient.vip: false}",
                        "{patient.vip: true}",
                        "17:7: the example \"none\" should stay silent, but fires"),
                mistake(
                        "mail: false",
                        "mail: false\ngrace: -PT1H",
                        "11:8: grace is \"-PT1H\", but must be an ISO 8601 duration such as PT0S, PT1H or P1D"),
                mistake(
                        "kind: match",
                        "kind: threshold",
                        "1:1: the key \"moreThan\" is missing",
                        "1:1: the key \"within\" is missing",
                        "5:7: kind threshold must have exactly one of count, distinct, run"),
                mistake("investigate: [Ask.]\n", "", "1:1: the key \"investigate\" is missing"),
                mistake("references: [None.]", "references: []", "21:13: references must name at least one"),
                mistake(
                        "kind: match",
                        "kind: match\nsubject: patient",
                        "10:13: by must name the rule's subject, patient: its alerts are kept together"),
                mistake(
                        "where: access.opened && patient.vip",
                        "steps: [{where: patient.vip}]",
                        "1:1: the key \"where\" is missing",
                        "7:8: steps is only allowed with kind: sequence"),
                mistake("parameters: []", "parameters: 3", "6:13: parameters must be a list"),
                mistake(
                        "parameters: []",
                        "parameters: [{name: n, type: int, value: x, meaning: m}]",
                        "6:42: value is \"x\", but must be a whole number"));
    }

    private static Arguments mistake(String right, String wrong, String... problems) {
        return arguments(right, wrong, problems);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("mistakes")
    void shouldNameEachMistake(String right, String wrong, String[] problems) {
        assertThat(problemsOf(RuleText.valid().replace(right, wrong)))
                .containsExactly(Stream.of(problems).map("sample.yaml:"::concat).toArray(String[]::new));
    }

    private static String[] problemsOf(String content) {
        RulePackException refused =
                catchThrowableOfType(RulePackException.class, () -> RulePack.of("sample.yaml", content));
        return refused == null ? new String[0] : refused.problems().toArray(String[]::new);
    }

    @Test
    void shouldNameAllMistakesAtOnceInTheOrderOfTheFile() {
        String content = RuleText.valid().replace("version: 1", "version: one").replace("mail: false", "mails: false");

        assertThat(problemsOf(content))
                .containsExactly(
                        "sample.yaml:1:1: the key \"mail\" is missing",
                        "sample.yaml:2:10: version is \"one\", but must be a whole number from 1",
                        "sample.yaml:10:1: unknown key \"mails\"; allowed are id, version, name, meaning, kind,"
                                + " subject, parameters, severity, group, grace, mail, reason, investigate,"
                                + " falsePositives, references, examples, where, count, distinct, run, per, except,"
                                + " moreThan, within, baseline, steps, value, among, learning, forget, weight, once,"
                                + " halfLife");
    }

    @Test
    void shouldNameTheVariablesThatExist() {
        String content = RuleText.valid().replace("patient.vip\n", "patient.famous\n");

        assertThat(problemsOf(content))
                .singleElement()
                .asString()
                .startsWith("sample.yaml:7:25: undeclared reference to 'patient.famous'; known are access.action,"
                        + " access.category, access.day, access.emergency, access.explained, access.first,")
                .endsWith(" user.offShift, user.onLeave, user.roles, user.terminated");
    }

    @Test
    void shouldRefuseAThresholdThatDependsOnTheAccess() {
        String content = RuleText.threshold().replace("moreThan: parameter.most", "moreThan: size(user.roles)");

        assertThat(problemsOf(content))
                .containsExactly("sample.yaml:9:11: moreThan may speak of numbers and parameters only");
    }
}
