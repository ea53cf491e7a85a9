package org.chartwarden.standalone.score;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.chartwarden.producers.simulator.HospitalPlan;

/** The page that a run writes: a text around figures that are made anew, never remembered. */
final class QualityPage {

    private static final String TEMPLATE = "detection-quality.md";

    private QualityPage() {}

    /** @param all measured in one run, at least one */
    static List<String> of(List<Measured> all) {
        List<String> page = new ArrayList<>();
        for (String line : template()) {
            switch (line) {
                case "{figures}" -> page.addAll(QualityTables.figures(all));
                case "{kinds}" -> page.addAll(QualityTables.kinds(all));
                case "{accused}" -> page.addAll(QualityTables.accused(all));
                case "{missed}" -> page.addAll(QualityTables.missed(all));
                default -> page.add(filled(line, all));
            }
        }
        return page;
    }

    private static String filled(String line, List<Measured> all) {
        HospitalPlan plan = all.get(0).plan();
        return line.replace("{options}", options(all))
                .replace("{days}", Integer.toString(plan.days()))
                .replace("{staff}", "%,d".formatted(plan.staff()))
                .replace("{patients}", "%,d".formatted(plan.patients()));
    }

    /** As they were typed, or might have been. */
    private static String options(List<Measured> all) {
        HospitalPlan plan = all.get(0).plan();
        String seeds =
                all.stream().map(each -> Long.toString(each.plan().seed())).collect(Collectors.joining(","));
        boolean usual = plan.equals(HospitalPlan.of(plan.seed()));
        String size = " --days %d --staff %d --patients %d".formatted(plan.days(), plan.staff(), plan.patients());
        return "--seed " + seeds + (usual ? "" : size);
    }

    private static List<String> template() {
        try (InputStream text = QualityPage.class.getResourceAsStream(TEMPLATE)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
