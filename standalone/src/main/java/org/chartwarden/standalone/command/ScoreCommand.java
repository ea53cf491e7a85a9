package org.chartwarden.standalone.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.chartwarden.producers.simulator.HospitalPlan;
import org.chartwarden.standalone.score.ScoreRuns;
import org.chartwarden.standalone.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code chartwarden score}. */
@Command(
        name = "score",
        description = {
            "Measures detection: sends a simulated hospital of a thousand people through the real topology on a real"
                    + " broker, and holds what comes out against the truth.",
            "docs/detection-quality.md says what each figure means."
        },
        mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataFolder folder;

    @Option(
            names = "--seed",
            paramLabel = "N",
            split = ",",
            defaultValue = "1",
            description = "Another seed is another hospital; several are measured one after the other (default:"
                    + " ${DEFAULT-VALUE}).")
    private List<Long> seeds;

    @Option(names = "--days", defaultValue = "14", description = "At least 2 (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(names = "--staff", defaultValue = "1000", description = "At least 150 (default: ${DEFAULT-VALUE}).")
    private int staff;

    @Option(names = "--patients", defaultValue = "20000", description = "At least 2000 (default: ${DEFAULT-VALUE}).")
    private int patients;

    @Option(names = "--page", paramLabel = "FILE", description = "Also writes the page into this file, in Markdown.")
    private Path page;

    @Override
    public Integer call() throws Exception {
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        List<String> lines = new ScoreRuns(folder.score(), terminal).run(plans());
        if (page != null) {
            Files.write(page, lines);
        }
        return ExitCode.OK;
    }

    private List<HospitalPlan> plans() {
        try {
            return seeds.stream()
                    .map(seed -> HospitalPlan.of(seed).sized(days, staff, patients))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }
}
