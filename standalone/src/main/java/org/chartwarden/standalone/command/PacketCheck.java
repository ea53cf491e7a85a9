package org.chartwarden.standalone.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.chartwarden.reports.packet.ChainPages;
import org.chartwarden.reports.packet.HandedOut;
import org.chartwarden.reports.packet.PacketFindings;
import org.chartwarden.reports.packet.PacketFindings.Broken;
import org.chartwarden.reports.packet.PacketFindings.Whole;
import org.chartwarden.reports.packet.PacketManifest;
import org.chartwarden.reports.packet.PacketVerification;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.chain.ChainHead;
import org.chartwarden.sink.chain.verify.KafkaSide;
import org.chartwarden.sink.chain.verify.KnownHeads;
import org.chartwarden.sink.chain.verify.LinkWalk;
import org.chartwarden.sink.search.AuditSearch;
import org.chartwarden.standalone.check.TopicReader;
import org.chartwarden.topic.Topics;
import picocli.CommandLine.ExitCode;

/** Checks an evidence packet, and prints what came of it. */
final class PacketCheck {

    private final Path packet;
    private final PrintWriter out;

    PacketCheck(Path packet, PrintWriter out) {
        this.packet = packet;
        this.out = out;
    }

    /** @param running what runs; empty to check the packet by itself */
    int run(Optional<Settings> running) throws IOException, InterruptedException {
        PacketFindings findings = PacketVerification.check(packet);
        if (findings instanceof Broken broken) {
            out.printf("NOT WHOLE: %s%n", broken.what());
            return ExitCode.SOFTWARE;
        }
        Whole whole = (Whole) findings;
        print(whole);
        if (running.isEmpty()) {
            out.println("not checked, since no Chartwarden runs here: whether this very packet was handed out (compare"
                    + " the SHA-256 with the one on record), and whether the chain still has its links");
            return ExitCode.OK;
        }
        boolean isKnown = checkRecord(whole, running.get());
        boolean isLinked = checkChain(whole.manifest(), running.get());
        return isKnown && isLinked ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void print(Whole whole) {
        PacketManifest manifest = whole.manifest();
        out.printf(
                "whole: %,d files, and %,d documents with the fingerprints that it names%n",
                manifest.files().size(), whole.documents());
        out.printf(
                "alert %s, made at %s by %s of %s%n",
                manifest.alertId(), manifest.madeAt(), manifest.madeBy(), manifest.system());
        out.printf("SHA-256 of its manifest: %s%n", whole.manifestSha256());
    }

    private boolean checkRecord(Whole whole, Settings settings) throws IOException {
        try (AuditSearch search = AuditSearch.open(settings);
                ChainPages pages = ChainPages.open(settings)) {
            TopicReader topics = new TopicReader(settings);
            Optional<HandedOut> record = HandedOut.find(
                    whole, search, pages, visitor -> topics.read(Topics.CHAIN, entry -> visitor.accept(entry.value())));
            if (record.isEmpty()) {
                out.println(
                        "NOT ON RECORD: nobody wrote down that a packet with this SHA-256 was handed out here; it may"
                                + " be another system's, or made by somebody else");
                return false;
            }
            out.printf(
                    "on record: handed out by %s at %s, %s%n",
                    record.get().by(),
                    record.get().at(),
                    record.get().link().isPresent()
                            ? "which link " + record.get().link().getAsLong() + " of the chain seals"
                            : "which is not sealed yet");
            return true;
        }
    }

    private boolean checkChain(PacketManifest manifest, Settings settings) throws IOException, InterruptedException {
        if (manifest.chainHead().isEmpty()) {
            out.println("the chain had no link when it was made");
            return true;
        }
        PacketManifest.ChainHead head = manifest.chainHead().get();
        List<String> problems = new ArrayList<>();
        LinkWalk walk = new LinkWalk(problems::add);
        try (KnownHeads known = KnownHeads.of(Optional.of(new ChainHead(head.sequence(), head.hash())))) {
            new KafkaSide(settings).links(link -> {
                walk.visit(link);
                known.visit(link, problems::add);
            });
            known.finish(walk.head(), problems::add);
        } catch (KafkaException e) {
            throw new IOException("Kafka does not answer, so the chain could not be checked.", e);
        }
        out.println(
                problems.isEmpty()
                        ? "the chain still has link " + head.sequence() + ", the newest when it was made"
                        : "THE CHAIN IS NOT WHOLE: " + problems.get(0));
        return problems.isEmpty();
    }
}
