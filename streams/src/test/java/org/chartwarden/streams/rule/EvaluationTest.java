package org.chartwarden.streams.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.chartwarden.yaml.Position;
import org.chartwarden.yaml.Problems;
import org.chartwarden.yaml.ScalarText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What we evaluate ourselves has the value that the language's definition gives it, also where a part has none. */
class EvaluationTest {

    private final Facts facts = Facts.told(
            "e1",
            Instant.parse("2026-01-05T09:00:00Z"),
            ZoneOffset.UTC,
            Map.of(
                    "access.objectType",
                    "Coverage",
                    "user.roles",
                    List.of("nurse", "charge nurse"),
                    "access.seconds",
                    4L));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "true ; true",
                "access.opened ; true",
                "!access.opened ; false",
                "access.opened && !access.explained ; true",
                "access.explained || access.emergency ; false",
                "access.objectType == 'Coverage' ; true",
                "access.objectType != 'Coverage' ; false",
                "access.objectType in ['Patient', 'Coverage'] ; true",
                "!(access.objectType in ['Patient', 'Account']) ; true",
                "access.objectType in user.roles ; false",
                "'nurse' in user.roles ; true",
                "access.seconds == 4 ; true",
                "access.seconds >= 3 && access.seconds < 5 ; true",
                "user.roles.exists(role, role.startsWith('charge')) && access.opened ; true",
                "user.roles[5] == 'nurse' && access.explained ; false",
                "access.explained && user.roles[5] == 'nurse' ; false",
                "user.roles[5] == 'nurse' || access.opened ; true",
                "access.opened || user.roles[5] == 'nurse' ; true",
                "access.opened ? access.explained : access.opened ; false",
                "double(access.seconds) * (1.0 + 0.5 * double(access.seconds)) == 12.0 ; true",
                "access.seconds * 2 + 1 == 9 ; true",
                "access.objectType + '!' == 'Coverage!' ; true",
            })
    void shouldFindTheValue(String text, boolean expected) {
        assertThat(compiled(text).of(facts)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user.roles[5] == 'nurse'",
                "!(user.roles[5] == 'nurse')",
                "user.roles[5] == 'nurse' && access.opened",
                "access.opened && user.roles[5] == 'nurse'",
                "user.roles[5] == 'nurse' || access.explained",
                "user.roles[5] in ['nurse']",
            })
    void shouldHaveNoValueWhereTheOtherPartDoesNotDecide(String text) {
        Expression<Boolean> expression = compiled(text);

        assertThatThrownBy(() -> expression.of(facts))
                .isInstanceOf(RuleEvaluationException.class)
                .hasMessageStartingWith("a condition has no value");
    }

    private static Expression<Boolean> compiled(String text) {
        Problems problems = new Problems();
        return new ExpressionCompiler(List.of())
                .compile(new ScalarText(text, new Position("rule.yaml", 1, 1), false), Boolean.class, problems)
                .orElseThrow(() -> new AssertionError(text + ": " + problems));
    }
}
