package org.chartwarden.streams.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.chartwarden.model.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleOverrideTest {

    @TempDir
    private Path site;

    @Test
    void shouldChangeWhatItNamesAndNothingElse() throws IOException {
        Rule before = rule(RulePack.builtIn()).orElseThrow();

        write("""
                override: many-unexplained-patients
                parameters: {patients: 25}
                severity: low
                mail: false
                grace: PT5H
                for: P7D
                """);

        Rule after = rule(load()).orElseThrow();
        assertThat(after.consequence())
                .isEqualTo(new Rule.Consequence(
                        Severity.LOW,
                        new Grouping(before.consequence().grouping().by(), Duration.ofDays(7)),
                        false,
                        Duration.ofHours(5),
                        before.consequence().reason()));
        assertThat(after.detection())
                .isInstanceOfSatisfying(
                        Detection.Threshold.class,
                        threshold -> assertThat(threshold.moreThan()).isEqualTo(25));
        assertThat(after.identity()).isEqualTo(before.identity());
        assertThat(load().rules()).hasSameSizeAs(RulePack.builtIn().rules());
    }

    @Test
    void shouldSwitchARuleOff() throws IOException {
        write("override: many-unexplained-patients\nenabled: false\n");

        assertThat(rule(load())).isEmpty();
    }

    @Test
    void shouldNameAllMistakesAtOnce() throws IOException {
        Path file = write("""
                override: many-unexplained-patients
                parameters: {patients: many, users: 1}
                severity: grave
                for: P99D
                """);

        assertThat(problems())
                .containsExactly(
                        file + ":2:24: patients is \"many\", but must be a whole number",
                        file + ":2:30: unknown key \"users\"; allowed are patients",
                        file + ":3:11: severity is \"grave\", but must be one of low, medium, high, critical",
                        file + ":4:6: for must be from PT1M to PT744H");
    }

    @Test
    void shouldRefuseAValueThatTheRuleCannotUse() throws IOException {
        Path file = write("override: many-unexplained-patients\nparameters: {patients: 5000}\n");

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith(file + ":2:13: parameters cannot be used by the rule: many-unexplained-patients:")
                .endsWith(": moreThan must be from 0 to 999");
    }

    @Test
    void shouldRefuseARuleThatIsNotThere() throws IOException {
        Path file = write("override: nothing\n");

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith(file + ":1:11: override names \"nothing\", but must be one of ");
    }

    private Path write(String content) throws IOException {
        return Files.writeString(site.resolve("override.yaml"), content);
    }

    private RulePack load() {
        return RulePack.load(Optional.of(site));
    }

    private static Optional<Rule> rule(RulePack pack) {
        return pack.rules().stream()
                .filter(rule -> rule.id().equals("many-unexplained-patients"))
                .findFirst();
    }

    private List<String> problems() {
        return catchThrowableOfType(RulePackException.class, this::load).problems();
    }
}
