package org.chartwarden.standalone.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.Callable;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.standalone.StackException;
import org.chartwarden.standalone.deadletter.LetterBox;
import org.chartwarden.standalone.deadletter.Letters;
import org.chartwarden.standalone.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chartwarden dead-letters show}. */
@Command(
        name = "show",
        description = {
            "Prints what is known of one dead letter.",
            "Its content may hold patients' data: it is written only where --raw says."
        },
        mixinStandardHelpOptions = true)
final class DeadLettersShowCommand implements Callable<Integer> {

    private static final String STANDARD_OUTPUT = "-";

    @Spec
    private CommandSpec spec;

    @Mixin
    private Where where;

    @Parameters(paramLabel = "ID", description = "The letter's id, as list prints it.")
    private String id;

    @Option(
            names = "--raw",
            paramLabel = "FILE|-",
            description = "Write the content, as it came, to a new file that only you can read, or to standard output.")
    private String raw;

    @Override
    public Integer call() throws IOException {
        DeadLetter letter = new LetterBox(Letters.of(where.settings()))
                .find(id)
                .orElseThrow(() -> new StackException(
                        "There is no dead letter " + id + ": ./chartwarden dead-letters list prints those that wait."));
        if (STANDARD_OUTPUT.equals(raw)) {
            write(letter.getRaw(), System.out);
            System.out.flush();
            return ExitCode.OK;
        }
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        print(letter, terminal);
        if (raw != null) {
            writeFile(letter.getRaw(), Path.of(raw));
            terminal.line("content    is in %s: it may hold patients' data", raw);
        }
        return ExitCode.OK;
    }

    static void print(DeadLetter letter, Terminal terminal) {
        terminal.line("id         %s", letter.getDeadLetterId());
        terminal.line("given up   %s by %s", letter.getTime(), Words.typed(letter.getStage()));
        terminal.line("source     %s", letter.getSource());
        terminal.line("position   %s", letter.getPosition());
        if (letter.getFeed() != null) {
            terminal.line("feed       %s", letter.getFeed());
        }
        terminal.line("reason     %s", letter.getReason());
        terminal.line("bytes      %,d", letter.getRaw().remaining());
        if (letter.getHeader() != null) {
            terminal.line(
                    "header     %,d bytes, which replay reads it with",
                    letter.getHeader().remaining());
        }
        if (letter.getAsOf() != null) {
            terminal.line("as of      %s, which replay reads it with", letter.getAsOf());
        }
        terminal.line("replayed   %s", letter.getReplayedAt() == null ? "no" : letter.getReplayedAt());
    }

    /** Never into a file that is there: others may read it, or it may be the last copy of something. */
    static void writeFile(ByteBuffer content, Path file) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        boolean posix = Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        try (WritableByteChannel channel = posix
                ? Files.newByteChannel(
                        file,
                        options,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.newByteChannel(file, options)) {
            write(content, Channels.newOutputStream(channel));
        } catch (FileAlreadyExistsException e) {
            throw new StackException("The file " + file + " is there already: name a new one. Nothing is written.", e);
        }
    }

    private static void write(ByteBuffer content, OutputStream output) throws IOException {
        byte[] bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        output.write(bytes);
    }
}
