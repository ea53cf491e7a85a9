package org.chartwarden.standalone.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chartwarden.producers.simulator.HospitalPlan;
import org.chartwarden.standalone.terminal.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short hospital through the real topology. Its figures are its own; the page's form is everybody's. */
class QualityPageIT {

    private static final HospitalPlan SHORT = HospitalPlan.of(7).sized(2, 150, 2_000);

    @TempDir
    private Path folder;

    @Test
    void shouldHaveTheFormOfThePageInTheDocs() throws IOException, InterruptedException {
        StringWriter shown = new StringWriter();

        List<String> page = new ScoreRuns(folder, new Terminal(new PrintWriter(shown))).run(List.of(SHORT));

        assertThat(PageForm.of(page))
                .isEqualTo(PageForm.of(Files.readAllLines(Path.of("../docs/detection-quality.md"))));
        assertThat(shown.toString()).contains("Legitimate accesses explained", "`vip-without-explanation`", "Missed:");
        assertThat(page).noneMatch(line -> line.contains("{"));
    }
}
