package org.chartwarden.reports.packet;

import static org.chartwarden.reports.packet.Facts.text;
import static org.chartwarden.reports.packet.Facts.texts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import org.chartwarden.reports.pdf.Column;
import org.chartwarden.reports.pdf.PdfDocument;
import org.chartwarden.reports.pdf.Table;

/** What became of an alert: its revisions, what officers decided and ordered, and who was told. */
final class HistoryTables {

    private final CaseFile found;
    private final DateTimeFormatter times;

    HistoryTables(CaseFile found, DateTimeFormatter times) {
        this.found = found;
        this.times = times;
    }

    void add(PdfDocument document) {
        table(document, "How the alert grew", found.revisions(), REVISIONS, this::revision);
        table(document, "Decisions", found.dispositions(), DECISIONS, this::decision);
        table(document, "Other orders of officers", found.instructions(), ORDERS, this::instruction);
        table(document, "Mails about it", found.notifications(), MAILS, this::mail);
    }

    private static void table(
            PdfDocument document,
            String heading,
            List<ObjectNode> documents,
            List<Column> columns,
            Function<ObjectNode, List<String>> row) {
        document.heading(heading);
        if (documents.isEmpty()) {
            document.paragraph("None.");
        } else {
            document.table(new Table(columns, documents.stream().map(row).toList()));
        }
    }

    private static final List<Column> REVISIONS = List.of(
            Column.number("Revision", 1.1),
            Column.text("Indexed", 1.6),
            Column.text("Status", 1.2),
            Column.number("Accesses", 1.1),
            Column.number("Risk score", 0.8),
            Column.text("Last access", 1.6),
            Column.text("Reasons for", 4));

    private List<String> revision(ObjectNode revision) {
        return List.of(
                text(revision, "/chartwarden/revision"),
                time(revision, "/event/ingested"),
                text(revision, "/chartwarden/status"),
                text(revision, "/chartwarden/event_count"),
                text(revision, "/event/risk_score"),
                time(revision, "/event/end"),
                String.join("\n", texts(revision, "/chartwarden/reasons")));
    }

    private static final List<Column> DECISIONS = List.of(
            Column.text("Decided", 1.6),
            Column.text("Decision", 1.6),
            Column.text("By", 1.2),
            Column.text("The officer's words", 3.4),
            Column.text("Silences", 2));

    private List<String> decision(ObjectNode decision) {
        String until = time(decision, "/chartwarden/silent_until");
        return List.of(
                time(decision, "/@timestamp"),
                words(decision, "/chartwarden/decision"),
                text(decision, "/chartwarden/decided_by"),
                text(decision, "/chartwarden/note"),
                words(decision, "/chartwarden/silences") + (until.isEmpty() ? "" : " until " + until));
    }

    private static final List<Column> ORDERS = List.of(
            Column.text("Ordered", 1.6),
            Column.text("What", 1.6),
            Column.text("In force", 0.8),
            Column.text("By", 1.2),
            Column.text("The officer's words", 4));

    private List<String> instruction(ObjectNode instruction) {
        return List.of(
                time(instruction, "/@timestamp"),
                words(instruction, "/event/action"),
                instruction.at("/chartwarden/active").asBoolean() ? "yes" : "taken back",
                text(instruction, "/chartwarden/ordered_by"),
                text(instruction, "/chartwarden/note"));
    }

    private static final List<Column> MAILS = List.of(
            Column.text("Planned", 1.6),
            Column.text("Kind", 1),
            Column.text("Recipient", 2.6),
            Column.text("State", 1),
            Column.text("Settled", 1.6));

    private List<String> mail(ObjectNode mail) {
        return List.of(
                time(mail, "/@timestamp"),
                words(mail, "/event/action"),
                text(mail, "/chartwarden/recipient"),
                text(mail, "/chartwarden/state"),
                time(mail, "/chartwarden/settled_at"));
    }

    private String time(ObjectNode document, String pointer) {
        return Facts.time(document, pointer).map(times::format).orElse("");
    }

    private static String words(ObjectNode document, String pointer) {
        return text(document, pointer).replace('_', ' ');
    }
}
