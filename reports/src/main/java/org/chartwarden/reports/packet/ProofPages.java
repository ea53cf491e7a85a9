package org.chartwarden.reports.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chartwarden.reports.packet.PacketManifest.ChainHead;
import org.chartwarden.reports.packet.Seal.State;
import org.chartwarden.reports.pdf.PdfDocument;

/** How sure all of it is, and how a reader can find out. */
final class ProofPages {

    private static final List<String> STEPS = List.of(
            "With Chartwarden: ./chartwarden verify PACKET.zip checks all of the following and names the first thing that"
                    + " is wrong. Where the system runs that made the packet, it also says whether and when this very"
                    + " packet was handed out.",
            "Without it: unpack the ZIP file; the SHA-256 and length of every file must be those in manifest.json, and"
                    + " no other file may be there.",
            "Ask the privacy office for the SHA-256 of manifest.json as it was recorded when the packet was handed out:"
                    + " whoever changes a file has to change manifest.json, but cannot change that record, which is"
                    + " sealed in the hash chain.",
            "chain.ndjson has the fingerprint of every document and the link of the hash chain that seals it;"
                    + " links.ndjson has those links. docs/evidence.md says over which bytes each hash is made.");

    private final List<Seal> seals;
    private final Optional<ChainHead> head;

    ProofPages(List<Seal> seals, Optional<ChainHead> head) {
        this.seals = seals;
        this.head = head;
    }

    void add(PdfDocument document) {
        document.heading("Is it whole and unaltered?")
                .list(findings())
                .subheading("How to verify this packet")
                .list(STEPS)
                .note("The mails about the alert are on record, but are not part of the hash chain. When a revision was"
                        + " indexed is no part of its fingerprint.");
    }

    private List<String> findings() {
        List<String> findings = new ArrayList<>();
        long sealed = Seal.count(seals, State.SEALED);
        findings.add(sealed + " of " + seals.size() + " documents are sealed in the hash chain" + links() + ".");
        long contradicted = Seal.count(seals, State.CONTRADICTED);
        if (contradicted > 0) {
            findings.add("WARNING: the hash chain has another fingerprint for " + contradicted
                    + " of them. They were changed after they were sealed, or the chain's pages were: chain.ndjson names"
                    + " them, and ./chartwarden verify says which.");
        }
        long open = Seal.count(seals, State.NOT_SEALED_YET);
        if (open > 0) {
            findings.add(
                    open + " of them were not sealed yet when this packet was made; a packet made later shows their"
                            + " seal.");
        }
        findings.add(head.map(link ->
                        "The chain's newest link at that time was number " + link.sequence() + ", " + link.hash() + ".")
                .orElse("The chain had no link at that time."));
        return findings;
    }

    private String links() {
        List<Long> numbers = seals.stream()
                .filter(seal -> seal.state() == State.SEALED)
                .map(Seal::sequence)
                .distinct()
                .sorted()
                .toList();
        if (numbers.isEmpty()) {
            return "";
        }
        return numbers.size() > 12
                ? ", in " + numbers.size() + " of its links from number " + numbers.get(0) + " on"
                : (numbers.size() == 1 ? ", in link " : ", in links ")
                        + numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
