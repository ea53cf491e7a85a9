package org.chartwarden.standalone.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.chain.ChainHead;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code chartwarden verify}. */
@Command(
        name = "verify",
        description = {
            "Without PACKET: walks the hash chain and holds every document in Elasticsearch against it; names the first"
                    + " that were changed, removed or added.",
            "With PACKET: checks that an evidence packet is whole and unaltered; where Chartwarden runs, also that this"
                    + " very packet was handed out, and that the chain has not been changed since.",
            "Exit code 0 when everything is as it was sealed, else 1."
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Where where;

    @Parameters(arity = "0..1", paramLabel = "PACKET", description = "A ZIP file that report evidence has made.")
    private Path packet;

    @Option(
            names = "--head",
            paramLabel = "SEQUENCE:HASH",
            converter = Head.class,
            description =
                    "A link as it is known from outside, such as from a mail: so that the chain itself cannot have"
                            + " been rewritten or cut off.")
    private ChainHead head;

    @Option(
            names = "--head-file",
            paramLabel = "FILE",
            description = "The same for every link of a file (default: that of chain.head.file, where it is set).")
    private Path headFile;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Time.Converter.class,
            description = "Only documents from this time on, such as 2026-01-31 or 2026-01-31T08:00:00Z; the chain is"
                    + " always walked whole.")
    private Time since;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = Time.Converter.class,
            description = "Only documents before this time.")
    private Time until;

    /** Reads a link's number and hash. */
    static final class Head implements ITypeConverter<ChainHead> {

        @Override
        public ChainHead convert(String value) {
            if (!value.matches("[0-9]{1,18}:[0-9a-f]{64}")) {
                throw new TypeConversionException(
                        "'" + value + "' is not a link's number, a colon and its hash of 64 hexadecimal digits");
            }
            int colon = value.indexOf(':');
            return new ChainHead(Long.parseLong(value.substring(0, colon)), value.substring(colon + 1));
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (packet != null) {
            requirePacketAlone();
            return new PacketCheck(packet, out).run(where.settingsIfRunning());
        }
        if (head != null && headFile != null) {
            throw new ParameterException(spec.commandLine(), "--head and --head-file exclude each other");
        }
        Settings settings = where.settings();
        return new ChainCheck(settings, out)
                .run(Time.at(since, settings), Time.at(until, settings), Optional.ofNullable(head), headFile);
    }

    private void requirePacketAlone() {
        if (head != null || headFile != null || since != null || until != null) {
            throw new ParameterException(
                    spec.commandLine(), "--head, --head-file, --since and --until are not for a packet");
        }
        if (Files.isDirectory(packet)) {
            throw new ParameterException(
                    spec.commandLine(), "PACKET must be a ZIP file, but '" + packet + "' is a folder");
        }
    }
}
