package org.chartwarden.standalone.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageFormTest {

    @Test
    void shouldNotDependOnFigures() {
        assertThat(PageForm.of(List.of(
                        "./chartwarden score --seed 1,2 --page docs/detection-quality.md",
                        "| figure | goal | seed 1 | seed 2 |",
                        "| --- | --- | ---: | ---: |",
                        "| Recall | at least 95 % | 97.1 % | 96.2 % |",
                        "- `vip`, subtle: missed.")))
                .isEqualTo(PageForm.of(List.of(
                        "./chartwarden score --seed 7 --page docs/detection-quality.md",
                        "| figure | goal | seed 7 |",
                        "| --- | --- | ---: |",
                        "| Recall | at least 95 % | 100.0 % |",
                        "- Nothing.")));
    }

    @Test
    void shouldDependOnHeadingsColumnsRowsAndText() {
        List<String> form = PageForm.of(List.of("## The figures", "| figure | goal | seed 1 |", "| Recall | | 1 % |"));

        assertThat(PageForm.of(List.of("## Figures", "| figure | goal | seed 1 |", "| Recall | | 1 % |")))
                .isNotEqualTo(form);
        assertThat(PageForm.of(List.of("## The figures", "| figure | seed 1 |", "| Recall | 1 % |")))
                .isNotEqualTo(form);
        assertThat(PageForm.of(List.of("## The figures", "| figure | goal | seed 1 |", "| Precision | | 1 % |")))
                .isNotEqualTo(form);
    }
}
