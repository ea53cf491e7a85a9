package org.chartwarden.standalone.command;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.chartwarden.serde.TrustedClasses;
import org.chartwarden.settings.SettingsException;
import org.chartwarden.streams.rule.RulePackException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The launcher: one command line for everything. */
@Command(
        name = "chartwarden",
        description = "Watches who opens which patient's chart, and why.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:could not be done; a rule is refused or an example fails; verify found something; the demo did"
                    + " not pass, and says why in its last lines",
            "2:the command or a setting is wrong"
        },
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            IngestCommand.class,
            ContextCommand.class,
            ExportCommand.class,
            DecideCommand.class,
            HoldCommand.class,
            MailCommand.class,
            RulesCommand.class,
            KibanaCommand.class,
            ReportCommand.class,
            VerifyCommand.class,
            ReconcileCommand.class,
            StatusCommand.class,
            DeadLettersCommand.class,
            InstallCommand.class,
            ScoreCommand.class,
            BenchCommand.class
        })
public final class Chartwarden implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Chartwarden.class);

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        // Has Avro trust our records before the first one is built, as the rules' examples do without any Kafka.
        TrustedClasses.ensure();
        return new CommandLine(new Chartwarden())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Chartwarden::wrongUse)
                .setExecutionExceptionHandler(Chartwarden::failure);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int wrongUse(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        command.getErr()
                .println("chartwarden: " + problem.getMessage() + " (try "
                        + command.getCommandSpec().qualifiedName() + " --help)");
        return ExitCode.USAGE;
    }

    private static int failure(Exception problem, CommandLine command, CommandLine.ParseResult result) {
        LOG.error("{} failed", command.getCommandSpec().qualifiedName(), problem);
        if (problem instanceof RulePackException refused) {
            refused.problems().forEach(command.getErr()::println);
            command.getErr()
                    .println("chartwarden: The rules cannot be read as they are; a running system keeps its own");
            return ExitCode.SOFTWARE;
        }
        command.getErr().println("chartwarden: " + oneLine(problem));
        return problem instanceof SettingsException ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }

    private static String oneLine(Throwable problem) {
        return message(problem)
                .lines()
                .map(String::strip)
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    private static String message(Throwable problem) {
        if (problem instanceof FileSystemException file && file.getReason() == null) {
            return file.getFile() + ": " + reason(file); // its own message is the path alone
        }
        return problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
    }

    private static String reason(FileSystemException problem) {
        if (problem instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (problem instanceof AccessDeniedException) {
            return "you may not read or write it";
        }
        return problem instanceof FileAlreadyExistsException
                ? "it is there already"
                : problem.getClass().getSimpleName();
    }
}
