package org.chartwarden.streams.reload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chartwarden.streams.rule.Rule;
import org.chartwarden.streams.rule.RulePack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFolderTest {

    private static final String OFF = "override: coworker-record\nenabled: false\n";

    @TempDir
    private Path site;

    @TempDir
    private Path state;

    private RuleFolder folder;
    private RulePack first;

    @BeforeEach
    void read() {
        folder = open();
        first = folder.running().current();
    }

    @AfterEach
    void close() {
        folder.close();
    }

    @Test
    void shouldKeepTheSameRulesWhileNothingChanges() {
        lookTwice();

        assertThat(folder.running().current()).isSameAs(first);
    }

    @Test
    void shouldTakeANewFile() throws IOException {
        write(OFF);

        lookTwice();

        assertThat(ids())
                .doesNotContain("coworker-record")
                .hasSize(first.rules().size() - 1);
    }

    @Test
    void shouldGoOnWithTheRunningRulesWhenAFileIsBad() throws IOException {
        Path file = write("override: nothing\nenabled: maybe\n");

        lookTwice();

        assertThat(folder.running().current()).isSameAs(first);
        assertThat(folder.problems())
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).startsWith(file + ":1:11: "));
    }

    @Test
    void shouldTakeTheFileOnceItIsMended() throws IOException {
        write("[");
        lookTwice();
        write(OFF);

        lookTwice();

        assertThat(ids()).doesNotContain("coworker-record");
        assertThat(folder.problems()).isEmpty();
    }

    @Test
    void shouldTakeBackWhatAFileChangedWhenItIsGone() throws IOException {
        Path file = write(OFF);
        lookTwice();
        Files.delete(file);

        lookTwice();

        assertThat(ids()).contains("coworker-record");
    }

    @Test
    void shouldLeaveAloneWhatMayBeHalfWritten() throws IOException {
        write(OFF);

        folder.look();

        assertThat(folder.running().current()).isSameAs(first);
    }

    @Test
    void shouldStartWithTheRulesThatWereAcceptedLastWhenTheFolderIsRefused() throws IOException {
        write(OFF);
        lookTwice();
        write("[");
        lookTwice();
        folder.close();

        folder = open();

        assertThat(ids()).doesNotContain("coworker-record").isNotEmpty();
        assertThat(folder.problems()).hasSize(1);
    }

    @Test
    void shouldStartWithTheBuiltInRulesWhenNoFolderWasEverAccepted() throws IOException {
        write("[");

        try (RuleFolder fresh = new RuleFolder(site, state.resolve("another"))) {
            assertThat(fresh.running().current().rules())
                    .extracting(Rule::id)
                    .containsExactlyElementsOf(
                            RulePack.builtIn().rules().stream().map(Rule::id).toList());
            assertThat(fresh.problems()).hasSize(1);
        }
    }

    @Test
    void shouldRefuseWhatIsNestedWithoutEnd() throws IOException {
        Path file = write("a: " + "[".repeat(20_000));

        lookTwice();

        assertThat(folder.running().current()).isSameAs(first);
        assertThat(folder.problems()).containsExactly(file + ":1:1: is nested too deeply");
    }

    @Test
    void shouldRefuseWhatIsNoRuleByItsSize() throws IOException {
        Path file = write("#".repeat((1 << 20) + 1));

        lookTwice();

        assertThat(folder.problems())
                .containsExactly(file + ":1:1: cannot be read as UTF-8 text: java.io.IOException: it has 1048577 bytes,"
                        + " and may have 1048576");
    }

    private RuleFolder open() {
        return new RuleFolder(site, state.resolve("accepted"));
    }

    /** What is seen only once may be half written. */
    private void lookTwice() {
        folder.look();
        folder.look();
    }

    private Path write(String content) throws IOException {
        return Files.writeString(site.resolve("own.yaml"), content);
    }

    private List<String> ids() {
        return folder.running().current().rules().stream().map(Rule::id).toList();
    }
}
