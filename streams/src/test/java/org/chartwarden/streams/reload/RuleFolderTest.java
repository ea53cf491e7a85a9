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

    private RuleFolder folder;
    private RulePack first;

    @BeforeEach
    void read() {
        folder = new RuleFolder(site);
        first = folder.running().current();
    }

    @AfterEach
    void close() {
        folder.close();
    }

    @Test
    void shouldKeepTheSameRulesWhileNothingChanges() {
        folder.look();

        assertThat(folder.running().current()).isSameAs(first);
    }

    @Test
    void shouldTakeANewFile() throws IOException {
        write(OFF);

        folder.look();

        assertThat(ids())
                .doesNotContain("coworker-record")
                .hasSize(first.rules().size() - 1);
    }

    @Test
    void shouldGoOnWithTheRunningRulesWhenAFileIsBad() throws IOException {
        Path file = write("override: nothing\nenabled: maybe\n");

        folder.look();

        assertThat(folder.running().current()).isSameAs(first);
        assertThat(folder.problems())
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).startsWith(file + ":1:11: "));
    }

    @Test
    void shouldTakeTheFileOnceItIsMended() throws IOException {
        write("[");
        folder.look();
        write(OFF);

        folder.look();

        assertThat(ids()).doesNotContain("coworker-record");
        assertThat(folder.problems()).isEmpty();
    }

    @Test
    void shouldTakeBackWhatAFileChangedWhenItIsGone() throws IOException {
        Path file = write(OFF);
        folder.look();
        Files.delete(file);

        folder.look();

        assertThat(ids()).contains("coworker-record");
    }

    private Path write(String content) throws IOException {
        return Files.writeString(site.resolve("own.yaml"), content);
    }

    private List<String> ids() {
        return folder.running().current().rules().stream().map(Rule::id).toList();
    }
}
