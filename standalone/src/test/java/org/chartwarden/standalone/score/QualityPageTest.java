package org.chartwarden.standalone.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.chartwarden.producers.simulator.HospitalPlan;
import org.junit.jupiter.api.Test;

class QualityPageTest {

    private static final QualityScore NOTHING =
            new QualityScore(new AccessCounts(0, 0, 0, 0, 0, 0), List.of(), List.of(), ZoneOffset.UTC);

    @Test
    void shouldHaveTheFormOfThePageInTheDocs() throws IOException {
        List<String> page = QualityPage.of(List.of(new Measured(HospitalPlan.of(5), NOTHING)));

        assertThat(PageForm.of(page))
                .isEqualTo(PageForm.of(Files.readAllLines(Path.of("../docs/detection-quality.md"))));
    }

    @Test
    void shouldTellTheCommandThatWritesIt() {
        HospitalPlan usual = HospitalPlan.of(5);

        assertThat(QualityPage.of(List.of(new Measured(usual, NOTHING), new Measured(HospitalPlan.of(6), NOTHING))))
                .contains("./chartwarden score --seed 5,6 --page docs/detection-quality.md");
        assertThat(QualityPage.of(List.of(new Measured(usual.sized(2, 150, 2_000), NOTHING))))
                .contains("./chartwarden score --seed 5 --days 2 --staff 150 --patients 2000"
                        + " --page docs/detection-quality.md");
    }
}
