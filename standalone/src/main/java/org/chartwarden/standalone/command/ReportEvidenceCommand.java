package org.chartwarden.standalone.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.chartwarden.model.Instruction;
import org.chartwarden.model.InstructionKind;
import org.chartwarden.reports.packet.ChainPages;
import org.chartwarden.reports.packet.EvidencePacket;
import org.chartwarden.reports.packet.EvidencePacket.Made;
import org.chartwarden.reports.packet.PacketOrder;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.search.AuditSearch;
import org.chartwarden.standalone.StackException;
import org.chartwarden.standalone.check.TopicReader;
import org.chartwarden.standalone.officer.Instructions;
import org.chartwarden.topic.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chartwarden report evidence}. */
@Command(
        name = "evidence",
        description = {
            "Makes one ZIP file of everything about an alert, with the proof that it is whole: ./chartwarden verify"
                    + " checks it.",
            "That it was handed out is written down as evidence too, by its digest."
        },
        mixinStandardHelpOptions = true)
final class ReportEvidenceCommand implements Callable<Integer> {

    private static final DateTimeFormatter IN_NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    @Spec
    private CommandSpec spec;

    @Mixin
    private Where where;

    @Parameters(paramLabel = "ALERT-ID", description = "The alert's id, as its mail and its document have it.")
    private String alertId;

    @Option(names = "--by", required = true, paramLabel = "OFFICER", description = "Who hands it out: a user id.")
    private String officer;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Folder for the packet (default: this one). Only you may read the file.")
    private Path out;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Settings settings = where.settings();
        PacketOrder order = order(settings);
        Arrivals.await(settings, spec.commandLine().getErr(), "the packet may lack the latest");
        Files.createDirectories(out);
        Path target = out.resolve("evidence-" + alertId.replaceAll("[^A-Za-z0-9.-]", "_") + "-"
                + IN_NAME.format(order.madeAt()) + ".zip");
        Files.createFile(target, OWNER_ONLY);
        Optional<Made> made = Optional.empty();
        try {
            made = make(order, settings, target);
            if (made.isPresent()) {
                Instructions.write(settings, handedOut(order, made.get()));
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            Files.delete(target); // a packet of which nothing is on record must not be handed out
            throw e;
        }
        if (made.isEmpty()) {
            Files.delete(target);
            throw new StackException("There is no alert " + alertId
                    + ": ./chartwarden export alerts prints them all. No packet is made.");
        }
        print(target, made.get());
        return ExitCode.OK;
    }

    private PacketOrder order(Settings settings) {
        try {
            return new PacketOrder(
                    alertId,
                    officer,
                    Instant.now(),
                    settings.text(Setting.SITE_NAME),
                    settings.zone(Setting.SITE_ZONE));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Optional<Made> make(PacketOrder order, Settings settings, Path target) throws IOException {
        Path work = Files.createTempDirectory(out, ".packet-"); // which nobody else may read
        try (AuditSearch search = AuditSearch.open(settings);
                ChainPages pages = ChainPages.open(settings)) {
            TopicReader topics = new TopicReader(settings);
            EvidencePacket packet = new EvidencePacket(
                    search, pages, visitor -> topics.read(Topics.CHAIN, entry -> visitor.accept(entry.value())));
            return packet.make(order, work, target);
        } finally {
            delete(work);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }

    /** Named after the digest: each packet is an instruction of its own. */
    private static Instruction handedOut(PacketOrder order, Made made) {
        return Instructions.begin(InstructionKind.EVIDENCE_PACKET, made.sha256(), order.officer(), order.madeAt())
                .setAlertId(order.alertId())
                .setSha256(made.sha256())
                .build();
    }

    private void print(Path target, Made made) {
        PrintWriter printer = spec.commandLine().getOut();
        printer.println(target);
        printer.printf(
                "%,d accesses; %,d of %,d documents are sealed in the hash chain%n",
                made.accesses(), made.sealed(), made.documents());
        printer.printf("SHA-256 of its manifest: %s%n", made.sha256());
        printer.printf("handed out by %s, which is written down%n", officer);
        if (made.contradicted() > 0) {
            spec.commandLine()
                    .getErr()
                    .printf(
                            "chartwarden: the hash chain has another fingerprint for %,d documents: they or the chain's"
                                    + " pages were changed; ./chartwarden verify says which%n",
                            made.contradicted());
        }
    }
}
