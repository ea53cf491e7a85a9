package org.chartwarden.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chartwarden.streams.rule.RulePack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {

    private static final int BUILT_IN = RulePack.builtIn().rules().size();

    private static final String GOOD = """
            id: portal-after-midnight
            version: 1
            name: Record opened through the portal after midnight
            meaning: Somebody opens a record through the portal while it should be closed.
            kind: match
            where: access.opened && access.sourceSystem == 'portal'
            severity: low
            group: {by: [user], for: P1D}
            mail: false
            reason: Opened a record through the portal.
            investigate: [Ask the person why.]
            falsePositives: [Maintenance.]
            references: [45 CFR 164.312(b)]
            examples:
              fires:
                - name: the portal
                  accesses:
                    - {user.id: u1, patient.id: p1, access.category: RECORD, access.outcome: SUCCESS, access.sourceSystem: portal}
              silent:
                - name: the ward's system
                  accesses:
                    - {user.id: u1, patient.id: p1, access.category: RECORD, access.outcome: SUCCESS, access.sourceSystem: ward}
            """;

    @TempDir
    private Path folder;

    private Path rules;

    @BeforeEach
    void makeFolder() throws IOException {
        rules = Files.createDirectories(folder.resolve("mine"));
    }

    @Test
    void shouldFindNothingWrongWithTheBuiltInRules() {
        CommandLineRun run = run("lint");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .containsExactly("Only the built-in rules are read.", BUILT_IN + " rules are fine");
    }

    @Test
    void shouldCountTheFilesOfAFolderThatIsFine() throws IOException {
        Files.writeString(rules.resolve("portal.yaml"), GOOD);

        CommandLineRun run = run("lint", rules.toString());

        assertThat(run.out().lines())
                .containsExactly(
                        "1 file in " + rules + ", beside the built-in rules", (BUILT_IN + 1) + " rules are fine");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void shouldPrintEveryMistakeWithItsPlaceAndFail() throws IOException {
        Path file = rules.resolve("portal.yaml");
        Files.writeString(
                file,
                GOOD.replace("severity: low", "severity: lowest")
                        .replace("access.sourceSystem == 'portal'", "access.sourceSystm == 'portal'")
                        .replace("mail: false", "mail: perhaps"));

        CommandLineRun run = run("lint", rules.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out().lines()).hasSize(4);
        assertThat(run.out().lines().limit(3))
                .allSatisfy(line -> assertThat(line).matches("\\Q" + file + "\\E:[0-9]+:[0-9]+: .+"));
        assertThat(run.out()).contains(":6:", ":7:", ":9:").endsWith("none of the folder's files would be taken\n");
    }

    @Test
    void shouldReadTheSitesOwnFolderByDefault() throws IOException {
        Path site = Files.createDirectories(folder.resolve("site").resolve("rules"));
        Files.writeString(site.resolve("portal.yaml"), GOOD);

        CommandLineRun run = run("lint");

        assertThat(run.out()).startsWith("1 file in " + site);
    }

    @Test
    void shouldRunEveryExample() throws IOException {
        Files.writeString(rules.resolve("portal.yaml"), GOOD);

        CommandLineRun run = run("test", rules.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("portal-after-midnight\n  ✓ fires   the portal\n  ✓ silent  the ward's system\n")
                .contains(BUILT_IN + 1 + " rules, ")
                .endsWith(" examples: all pass\n");
    }

    @Test
    void shouldSayWhichExampleFailsAndFail() throws IOException {
        Files.writeString(
                rules.resolve("portal.yaml"), GOOD.replace("access.sourceSystem: ward", "access.sourceSystem: portal"));

        CommandLineRun run = run("test", rules.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("  ✓ fires   the portal\n  ✗ silent  the ward's system (it fired)\n")
                .endsWith(" examples: 1 fail\n");
    }

    @Test
    void shouldListEveryRuleAndSayThatNothingRuns() {
        CommandLineRun run = run("list");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines().filter(line -> line.startsWith("vip-without-explanation ")))
                .hasSize(1);
        assertThat(run.out())
                .endsWith(BUILT_IN + " rules\nNo Chartwarden runs here, so what they raised is not counted.\n");
    }

    @Test
    void shouldShowARulesFile() {
        CommandLineRun run = run("show", "vip-without-explanation");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("id: vip-without-explanation", "examples:");
    }

    @Test
    void shouldSayThatThereIsNoSuchRule() {
        CommandLineRun run = run("show", "no-such-rule");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("chartwarden: There is no rule no-such-rule: ./chartwarden rules list names them all");
    }

    @Test
    void shouldRefuseToBacktestAFileThatIsNoRule() throws IOException {
        Path file = Files.writeString(rules.resolve("bad.yaml"), "id: bad\n");

        CommandLineRun run = run("backtest", file.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).startsWith(file + ":1:1: ");
    }

    @Test
    void shouldSayThatNothingRunsToBacktestOn() throws IOException {
        Path file = Files.writeString(rules.resolve("portal.yaml"), GOOD);

        CommandLineRun run = run("backtest", file.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("chartwarden: No Chartwarden runs in " + folder);
    }

    @Test
    void shouldPrintEveryMistakeOnItsLineAlsoWhereRulesAreOnlyListed() throws IOException {
        Path site = Files.createDirectories(folder.resolve("site").resolve("rules"));
        Path file = Files.writeString(
                site.resolve("portal.yaml"),
                GOOD.replace("severity: low", "severity: lowest").replace("mail: false", "mail: perhaps"));

        CommandLineRun run = run("list");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines()).hasSize(3);
        assertThat(run.err().lines().limit(2))
                .allSatisfy(line -> assertThat(line).matches("\\Q" + file + "\\E:[0-9]+:[0-9]+: .+"));
        assertThat(run.err())
                .endsWith("chartwarden: The rules cannot be read as they are; a running system keeps its own\n");
    }

    @Test
    void shouldSayThatAFileIsNoFolder() throws IOException {
        Path file = Files.writeString(rules.resolve("portal.yaml"), GOOD);

        CommandLineRun run = run("lint", file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("chartwarden: \"" + file + "\" is a file: name the folder that it lies in (try ");
    }

    @Test
    void shouldSayThatASwitchedOffRuleCannotBeBacktested() throws IOException {
        Path file = Files.writeString(rules.resolve("off.yaml"), "override: own-record\nenabled: false\n");

        CommandLineRun run = run("backtest", file.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEqualTo(file + ":1:1: switches a rule off, so there is nothing to back-test\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void shouldTakeAnOverrideToBacktest() throws IOException {
        Path file =
                Files.writeString(rules.resolve("neighbour.yaml"), "override: neighbour\nparameters: {meters: 100}\n");

        CommandLineRun run = run("backtest", file.toString());

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("chartwarden: No Chartwarden runs in " + folder);
    }

    @Test
    void shouldRefuseATimeThatIsNone() throws IOException {
        Path file = Files.writeString(rules.resolve("portal.yaml"), GOOD);

        CommandLineRun run = run("backtest", file.toString(), "--since", "2026-13-01");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("'2026-13-01' is neither a day, such as 2026-01-31, nor a time with its offset, such as"
                        + " 2026-01-31T08:00:00Z");
    }

    private CommandLineRun run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "rules";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return CommandLineRun.of(folder, all);
    }
}
