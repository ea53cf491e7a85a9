package org.chartwarden.streams.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chartwarden.model.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulePackTest {

    @TempDir
    private Path site;

    @Test
    void shouldLoadEveryBuiltInFile() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/rules"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("pack.txt")))
                    .containsExactlyInAnyOrderElementsOf(BuiltInRules.names());
        }
        assertThat(RulePack.builtIn().rules())
                .hasSameSizeAs(BuiltInRules.names())
                .extracting(Rule::id)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldLetTheScoreFollowTheSeverity() {
        assertThat(Severity.values()).extracting(Rule.Consequence::scoreOf).containsExactly(21, 47, 73, 99);
    }

    @Test
    void shouldAddTheSitesRules() throws IOException {
        write("own.yaml", RuleText.valid().replace("id: sample", "id: own"));

        assertThat(load().rules())
                .extracting(Rule::id)
                .contains("own")
                .hasSize(RulePack.builtIn().rules().size() + 1);
    }

    @Test
    void shouldReplaceABuiltInRuleByAHigherVersion() throws IOException {
        write(
                "vip.yaml",
                RuleText.valid()
                        .replace("id: sample", "id: vip-without-explanation")
                        .replace("version: 1", "version: 2"));

        assertThat(load().rules())
                .extracting(Rule::id, Rule::version)
                .contains(tuple("vip-without-explanation", 2))
                .hasSize(RulePack.builtIn().rules().size());
    }

    @Test
    void shouldRefuseToReplaceABuiltInRuleByTheSameVersion() throws IOException {
        Path file = write("vip.yaml", RuleText.valid().replace("id: sample", "id: vip-without-explanation"));

        assertThat(problems())
                .containsExactly(file + ":1:1: the built-in rule vip-without-explanation has version 1;"
                        + " a rule that replaces it must have a higher one than 1");
    }

    @Test
    void shouldRefuseTheSameRuleTwice() throws IOException {
        write("a.yaml", RuleText.valid());
        Path second = write("b.yaml", RuleText.valid());

        assertThat(problems()).containsExactly(second + ":1:1: another file of the folder has the rule sample too");
    }

    @Test
    void shouldNameWhatIsWrongInAllFilesAtOnce() throws IOException {
        Path first = write("a.yaml", RuleText.valid().replace("severity: low", "severity: grave"));
        Path second = write("b.yaml", "[");

        assertThat(problems())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).startsWith(first + ":8:11: severity is \"grave\""))
                .anySatisfy(line -> assertThat(line).startsWith(second + ":1:2: is not YAML: "));
    }

    @Test
    void shouldRefuseAFolderThatIsNotThere() {
        Path missing = site.resolve("missing");

        RulePackException refused =
                catchThrowableOfType(RulePackException.class, () -> RulePack.load(Optional.of(missing)));

        assertThat(refused)
                .hasMessageStartingWith("The rules were refused:\n" + missing
                        + ":1:1: the folder cannot be read: java.nio.file.NoSuchFileException");
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(site.resolve(name), content);
    }

    private RulePack load() {
        return RulePack.load(Optional.of(site));
    }

    private List<String> problems() {
        return catchThrowableOfType(RulePackException.class, this::load).problems();
    }
}
