package org.chartwarden.reports.packet;

import static org.chartwarden.reports.packet.Facts.text;
import static org.chartwarden.reports.packet.Facts.texts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chartwarden.reports.packet.PacketManifest.ChainHead;
import org.chartwarden.reports.pdf.Column;
import org.chartwarden.reports.pdf.Fact;
import org.chartwarden.reports.pdf.PdfDocument;
import org.chartwarden.reports.pdf.Picture;
import org.chartwarden.reports.pdf.Table;
import org.chartwarden.reports.pdf.Title;
import org.chartwarden.reports.picture.AccessTimeline;
import org.chartwarden.reports.picture.UserAgainstPeers;

/** The story of an alert as a reader needs it who has never seen Chartwarden: what, why, when, who decided, how sure. */
final class EvidencePages {

    private final PacketOrder order;
    private final CaseFile found;
    private final HistoryTables history;
    private final ProofPages proof;
    private final DateTimeFormatter times;

    /** @param seals of the fingerprints of what was found, in their order */
    EvidencePages(PacketOrder order, CaseFile found, List<Seal> seals, Optional<ChainHead> head) {
        this.order = order;
        this.found = found;
        this.times = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ENGLISH)
                .withZone(order.zone());
        this.history = new HistoryTables(found, times);
        this.proof = new ProofPages(seals, head);
    }

    PdfDocument document() {
        PdfDocument document = new PdfDocument(title());
        alert(document);
        reasons(document);
        accesses(document);
        peers(document);
        history.add(document);
        rule(document);
        proof.add(document);
        return document;
    }

    private Title title() {
        return new Title(
                order.system(),
                "Evidence packet",
                "Everything that is on record about one alert, with the proof that it is whole and unaltered.",
                List.of(
                        new Fact("Alert", order.alertId()),
                        new Fact("Packet", order.packetId()),
                        new Fact("Handed out by", order.officer())),
                order.madeAt(),
                order.zone());
    }

    private void alert(PdfDocument document) {
        ObjectNode alert = found.alert();
        document.heading("The alert")
                .figures(List.of(
                        new Fact("severity", text(alert, "/chartwarden/severity")),
                        new Fact("status", text(alert, "/chartwarden/status")),
                        new Fact("risk score of 100", text(alert, "/event/risk_score")),
                        new Fact("accesses", text(alert, "/chartwarden/event_count")),
                        new Fact("revisions", Integer.toString(found.revisions().size()))))
                .facts(List.of(
                        new Fact(
                                "Rule",
                                text(alert, "/rule/name") + " (" + text(alert, "/rule/id") + ", version "
                                        + text(alert, "/rule/version") + ")"),
                        new Fact("Person", person(alert)),
                        new Fact("Departments", orElse(list(alert, "/chartwarden/department_names"), "not known")),
                        new Fact("Patient", orElse(text(alert, "/patient/id"), "several, see the accesses")),
                        new Fact("First access", time(alert, "/event/start")),
                        new Fact("Last access", time(alert, "/event/end")),
                        new Fact("Opened for review", orElse(time(alert, "/chartwarden/opened_at"), "not opened")),
                        new Fact(
                                "Decision",
                                orElse(text(alert, "/chartwarden/decision"), "none yet")
                                        .replace('_', ' '))));
    }

    private static String person(ObjectNode alert) {
        String id = text(alert, "/user/id");
        String name = text(alert, "/user/full_name");
        if (id.isEmpty()) {
            return "several: " + list(alert, "/chartwarden/involved_user_ids");
        }
        return name.isEmpty() ? id : name + " (" + id + ")";
    }

    private void reasons(PdfDocument document) {
        sentences(document, "What speaks for an inappropriate access", "/chartwarden/reasons");
        sentences(document, "What speaks against it", "/chartwarden/mitigations");
        if (!texts(found.alert(), "/chartwarden/explained_because").isEmpty()) {
            sentences(document, "What explained it later", "/chartwarden/explained_because");
        }
    }

    private void sentences(PdfDocument document, String heading, String pointer) {
        List<String> sentences = texts(found.alert(), pointer);
        document.heading(heading);
        if (sentences.isEmpty()) {
            document.paragraph("Nothing is on record.");
        } else {
            document.list(sentences);
        }
    }

    private void accesses(PdfDocument document) {
        int all = found.marks().size();
        document.heading("The accesses")
                .paragraph(completeness(all))
                .picture(new Picture(
                        AccessTimeline.draw(found.marks(), order.zone()),
                        "Timeline of the alert's " + all + " accesses, by day and hour of the day"))
                .table(new Table(
                        List.of(
                                Column.text("Time", 1.4),
                                Column.text("Person", 1.4),
                                Column.text("Patient", 1.1),
                                Column.text("What", 1.9),
                                Column.text("What accounts for it, or why nothing does", 3),
                                Column.text("What the rules said", 2.8)),
                        found.accesses().stream().map(this::row).toList()));
    }

    /** An alert about a patient or about several people has no one to compare. */
    private void peers(PdfDocument document) {
        if (!found.peers().isEmpty()) {
            document.heading("The person beside the peers")
                    .picture(new Picture(
                            UserAgainstPeers.draw(found.peers()),
                            "The charts that the person opened a day, beside those of the peers"))
                    .note("Charts opened a day, from four weeks before the first access of the alert on. Peers are all"
                            + " who had one of the person's departments; on each day only those count who opened a"
                            + " chart.");
        }
    }

    private String completeness(int all) {
        int counted = found.alert().at("/chartwarden/event_count").asInt();
        String shown = all > CaseFile.MOST_ON_PAGES
                ? " The first " + CaseFile.MOST_ON_PAGES + " are shown here; accesses.csv has all."
                : "";
        if (all < counted) {
            return "The alert counts " + counted + " accesses. This packet holds " + all
                    + ": the others are not on record as the alert's own." + shown;
        }
        return "This packet holds " + all + " accesses that belong to the alert." + shown;
    }

    private List<String> row(CaseAccess access) {
        return List.of(
                times.format(access.time()),
                access.user(),
                access.patient(),
                access.action(),
                String.join("\n", access.why()),
                String.join("\n", access.hits()));
    }

    private void rule(PdfDocument document) {
        document.heading("The rule");
        if (found.rules().isEmpty()) {
            document.paragraph("The rule's text is not on record.");
        }
        if (found.rules().size() > 1) {
            document.paragraph("The site changed the rule without a new version, so each text that it had is here.");
        }
        for (ObjectNode rule : found.rules()) {
            document.subheading(text(rule, "/rule/id") + ", version " + text(rule, "/rule/version") + ", in force from "
                            + time(rule, "/@timestamp"))
                    .source(text(rule, "/chartwarden/text"))
                    .note("SHA-256 of this text: " + text(rule, "/chartwarden/sha256"));
        }
    }

    private String time(ObjectNode document, String pointer) {
        return Facts.time(document, pointer)
                .map((Instant time) -> times.format(time))
                .orElse("");
    }

    private static String list(ObjectNode document, String pointer) {
        return String.join(", ", texts(document, pointer));
    }

    private static String orElse(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
