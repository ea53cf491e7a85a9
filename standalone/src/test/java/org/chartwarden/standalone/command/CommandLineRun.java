package org.chartwarden.standalone.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/**
 * One command as it is typed, and what came of it.
 *
 * @param out what it printed
 * @param err what it complained about
 */
public record CommandLineRun(int exitCode, String out, String err) {

    /** Runs the command on a data folder of its own. */
    public static CommandLineRun of(Path data, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = Chartwarden.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--data");
        all.add(data.toString());
        int exitCode = commandLine.execute(all.toArray(String[]::new));
        return new CommandLineRun(exitCode, out.toString(), err.toString());
    }
}
