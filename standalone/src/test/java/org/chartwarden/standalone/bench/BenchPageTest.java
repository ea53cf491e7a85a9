package org.chartwarden.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchPageTest {

    @TempDir
    private Path folder;

    @Test
    void shouldReplaceItsSectionAndLeaveTheOthers() {
        List<String> page = List.of("# Performance", "", "## Doors", "", "old", "", "## Whole stack", "", "other");

        List<String> replaced = BenchPage.replaced(page, "Doors", List.of("new", "newer"));

        assertThat(replaced)
                .containsExactly(
                        "# Performance", "", "## Doors", "", "new", "newer", "", "## Whole stack", "", "other");
    }

    @Test
    void shouldReplaceTheLastSection() {
        List<String> page = List.of("# Performance", "", "## Doors", "", "other", "", "## Topology", "", "old");

        List<String> replaced = BenchPage.replaced(page, "Topology", List.of("new"));

        assertThat(replaced)
                .containsExactly("# Performance", "", "## Doors", "", "other", "", "## Topology", "", "new");
    }

    @Test
    void shouldKeepDeeperHeadingsInTheirSection() {
        List<String> page = List.of("## Doors", "", "old", "", "### Details", "", "old", "", "## Topology");

        List<String> replaced = BenchPage.replaced(page, "Doors", List.of("new"));

        assertThat(replaced).containsExactly("## Doors", "", "new", "", "## Topology");
    }

    @Test
    void shouldChangeNothingWhenTheSectionIsTheSame() {
        List<String> page = List.of("# Performance", "", "## Doors", "", "same", "", "## Topology", "", "other");

        List<String> replaced = BenchPage.replaced(page, "Doors", List.of("same"));

        assertThat(replaced).isEqualTo(page);
    }

    @Test
    void shouldAddANewSectionAtTheEnd() {
        List<String> replaced = BenchPage.replaced(List.of("# Performance", "", "Text."), "Doors", List.of("new"));

        assertThat(replaced).containsExactly("# Performance", "", "Text.", "", "## Doors", "", "new");
    }

    @Test
    void shouldMakeThePageWhereThereIsNone() throws IOException {
        Path page = folder.resolve("performance.md");

        BenchPage.write(page, "Doors", List.of("new"));

        assertThat(Files.readAllLines(page)).containsExactly("# Performance", "", "## Doors", "", "new");
    }
}
