package org.chartwarden.standalone.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.chartwarden.model.Alert;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.standalone.backtest.BacktestPrinter;
import org.chartwarden.standalone.backtest.BacktestReport;
import org.chartwarden.standalone.backtest.RecordedAccesses;
import org.chartwarden.standalone.terminal.Terminal;
import org.chartwarden.streams.judge.Backtest;
import org.chartwarden.streams.rule.Rule;
import org.chartwarden.streams.rule.RulePack;
import org.chartwarden.streams.rule.RulePackException;
import org.chartwarden.streams.topology.TopologyConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chartwarden rules backtest}. */
@Command(
        name = "backtest",
        description = {
            "Runs a candidate rule over the accesses that a running system has recorded, and shows the alerts that it"
                    + " would have raised, about whom, and which of them a current rule raises already.",
            "Nothing is changed. What the rule learns it learns from the accesses of the span."
        },
        mixinStandardHelpOptions = true)
final class RulesBacktestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Where where;

    @Parameters(paramLabel = "FILE", description = "The rule's file, as it would be put into the site's folder.")
    private Path file;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Time.Converter.class,
            description = "Over accesses from this time on, such as 2026-01-31 or 2026-01-31T08:00:00Z (default: all"
                    + " recorded).")
    private Time since;

    @Option(names = "--until", paramLabel = "TIME", converter = Time.Converter.class, description = "Before this time.")
    private Time until;

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), "There is no file \"" + file + '"');
        }
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        RulePack candidate;
        try {
            candidate = RulePack.candidate(file);
        } catch (RulePackException e) {
            e.problems().forEach(problem -> terminal.line("%s", problem));
            return ExitCode.SOFTWARE;
        }
        if (candidate.rules().isEmpty()) {
            terminal.line("%s:1:1: switches a rule off, so there is nothing to back-test", file);
            return ExitCode.SOFTWARE;
        }
        print(terminal, candidate);
        return ExitCode.OK;
    }

    private void print(Terminal terminal, RulePack candidate) {
        Settings settings = where.settings();
        List<ExplainedAccess> recorded =
                RecordedAccesses.read(settings, Time.at(since, settings), Time.at(until, settings));
        List<Alert> alerts = backtest(settings, candidate.rules()).run(recorded);
        new BacktestPrinter(terminal, settings.zone(Setting.SITE_ZONE))
                .print(candidate.rules().get(0), BacktestReport.of(alerts, recorded));
    }

    /** With the running system's key, zone and horizon, so that the alerts' ids are the ones that it would give. */
    private static Backtest backtest(Settings settings, List<Rule> rules) {
        TopologyConfig config = TopologyConfig.of(settings);
        return new Backtest(rules, config.alertIds(), config.zone(), config.horizon());
    }
}
