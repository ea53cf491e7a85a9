package org.chartwarden.standalone.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The folder of rules that a command is to read beside the built-in ones. */
final class RuleFolder {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private Where where;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description =
                    "A folder of rules (default: the site's, of what runs or of what up would start; when there is"
                            + " none, only the built-in rules).")
    private Path directory;

    /** @throws ParameterException when a folder was named that is none */
    Optional<Path> path() {
        if (directory == null) {
            return where.ruleFolder();
        }
        if (Files.isRegularFile(directory)) {
            throw new ParameterException(
                    spec.commandLine(), '"' + directory.toString() + "\" is a file: name the folder that it lies in");
        }
        if (!Files.isDirectory(directory)) {
            throw new ParameterException(spec.commandLine(), "There is no folder \"" + directory + '"');
        }
        return Optional.of(directory);
    }
}
