package org.chartwarden.standalone.score;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chartwarden.producers.simulator.HospitalPlan;
import org.chartwarden.standalone.data.DataDirectory;
import org.chartwarden.standalone.terminal.Terminal;

/** Measures one hospital after the other, each on a broker of its own, and tells the figures. */
public final class ScoreRuns {

    private final Path folder;
    private final Terminal terminal;

    /** @param folder where each run keeps its data; emptied before each */
    public ScoreRuns(Path folder, Terminal terminal) {
        this.folder = folder;
        this.terminal = terminal;
    }

    /**
     * Measures and prints.
     *
     * @param plans at least one
     * @return the page, line by line
     */
    public List<String> run(List<HospitalPlan> plans) throws IOException, InterruptedException {
        List<Measured> all = new ArrayList<>();
        for (HospitalPlan plan : plans) {
            terminal.heading("Seed %d: %,d staff, %,d patients, %d days"
                    .formatted(plan.seed(), plan.staff(), plan.patients(), plan.days()));
            Measured measured = measure(plan);
            print(List.of(measured));
            all.add(measured);
        }
        if (all.size() > 1) {
            terminal.heading("All seeds");
            print(all);
        }
        return QualityPage.of(all);
    }

    private Measured measure(HospitalPlan plan) throws IOException, InterruptedException {
        try (DataDirectory data = DataDirectory.openEmpty(folder)) {
            return new Measured(plan, new ScoreRun(plan, line -> terminal.line("  %s", line)).run(data));
        }
    }

    private void print(List<Measured> all) {
        terminal.line("");
        QualityTables.figures(all).forEach(line -> terminal.line("%s", line));
        terminal.line("");
        QualityTables.kinds(all).forEach(line -> terminal.line("%s", line));
        terminal.line("");
        terminal.line("Missed:");
        QualityTables.missed(all).forEach(line -> terminal.line("%s", line));
        terminal.line("");
        terminal.line("Wrongly accused:");
        QualityTables.accused(all).forEach(line -> terminal.line("%s", line));
    }
}
