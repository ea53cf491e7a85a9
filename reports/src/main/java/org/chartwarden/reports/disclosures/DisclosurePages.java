package org.chartwarden.reports.disclosures;

import java.util.List;
import java.util.SortedSet;
import org.chartwarden.reports.ReportContext;
import org.chartwarden.reports.Words;
import org.chartwarden.reports.data.AccessRow;
import org.chartwarden.reports.data.AccessWords;
import org.chartwarden.reports.data.PatientIds;
import org.chartwarden.reports.disclosures.Disclosures.Line;
import org.chartwarden.reports.disclosures.Disclosures.Unsettled;
import org.chartwarden.reports.pdf.Column;
import org.chartwarden.reports.pdf.Fact;
import org.chartwarden.reports.pdf.PdfDocument;
import org.chartwarden.reports.pdf.Table;

/** The accounting of disclosures as people read it. */
final class DisclosurePages {

    private final ReportContext context;
    private final Disclosures disclosures;
    private final PdfDocument document;

    DisclosurePages(ReportContext context, String patientId, SortedSet<String> ids, Disclosures disclosures) {
        this.context = context;
        this.disclosures = disclosures;
        this.document = new PdfDocument(context.title(
                "Accounting of disclosures",
                "45 CFR 164.528, as far as the audit of accesses to " + context.system() + " can tell.",
                PatientIds.facts(patientId, ids)));
    }

    PdfDocument document() {
        document.figures(List.of(
                Fact.count(disclosures.lines().count(), "disclosure accounted for", "disclosures accounted for"),
                Fact.count(
                        disclosures.count(Basis.UNSETTLED),
                        "access to be settled first",
                        "accesses to be settled first"),
                Fact.count(
                        disclosures.count(Basis.EXCLUDED_PURPOSE),
                        "access for treatment, payment or operations, excluded",
                        "accesses for treatment, payment or operations, excluded"),
                Fact.count(
                        disclosures.count(Basis.EXCLUDED_PATIENT),
                        "access at the patient's request, excluded",
                        "accesses at the patient's request, excluded")));
        addLines();
        addUnsettled();
        addLimits();
        return document;
    }

    private void addLines() {
        document.heading("Accounted for");
        if (disclosures.lines().count() == 0) {
            document.paragraph("Nothing that this audit knows belongs into the accounting."
                    + (disclosures.opened() == 0
                            ? " Nobody opened this record in this time at all: if that is unexpected, check the"
                                    + " patient's id and the time."
                            : ""));
            return;
        }
        if (!disclosures.lines().remark().isEmpty()) {
            document.paragraph(disclosures.lines().remark());
        }
        document.table(new Table(
                List.of(
                        Column.text("Time", 2.1),
                        Column.text("Who received it", 2.4),
                        Column.text("Department", 2),
                        Column.text("What", 2),
                        Column.text("Purpose or basis", 3.4)),
                disclosures.lines().newestFirst().stream().map(this::row).toList()));
    }

    private List<String> row(Line line) {
        AccessRow access = line.access();
        String purposes = access.purposes().isEmpty() ? "" : "\nDeclared: " + Words.joined(access.purposes());
        return List.of(
                context.time(access.time()),
                AccessWords.who(access),
                Words.joined(access.departments()),
                AccessWords.what(access),
                line.basis().words() + purposes);
    }

    private void addUnsettled() {
        if (disclosures.unsettled().isEmpty()) {
            return;
        }
        document.heading("To be settled before this is handed out")
                .paragraph("These people saw the record, and nothing on record says for what. Most such accesses are"
                        + " treatment whose paperwork is missing. The privacy office decides: what was no treatment,"
                        + " payment or operation belongs into the accounting.")
                .table(new Table(
                        List.of(
                                Column.text("Who", 2.6),
                                Column.text("Department", 2.2),
                                Column.text("What", 2.2),
                                Column.number("Times", 1.2),
                                Column.text("First", 2.1),
                                Column.text("Last", 2.1)),
                        disclosures.unsettled().stream().map(this::unsettledRow).toList()));
    }

    private List<String> unsettledRow(Unsettled person) {
        return List.of(
                person.who(),
                Words.joined(person.departments()),
                Words.joined(person.what()),
                Words.number(person.times()),
                context.time(person.first()),
                context.time(person.last()));
    }

    private void addLimits() {
        document.heading("What this accounting can know, and what not")
                .list(List.of(
                        "It rests on audit logs of accesses. What was told by voice, letter or fax, or sent by an"
                                + " interface that does not log, is not in it: add it from the registers of release of"
                                + " information, public health reporting and research.",
                        "A use inside of the hospital is no disclosure. An access is in it when an officer found a"
                                + " violation; when its source declares research, public health, marketing or government"
                                + " as the purpose; or when the record was printed or exported and no treatment, payment"
                                + " or operation accounts for that.",
                        "Of what was printed or exported, the logs tell who did it, but not who received it: the"
                                + " recipient's name and address (164.528(b)(2)(ii)) must be added where it went on.",
                        "Left out are treatment, payment and operations, and what the patient or those acting for the"
                                + " patient asked for. Authorizations, facility directories, national security, custody"
                                + " and limited data sets are not recognised: an officer takes them out.",
                        "A reason on record is an explanation by Chartwarden or an officer's decision. Attempts that"
                                + " failed or were refused showed nothing and are not counted.",
                        "The law asks for the six years before the request; logs that are kept for less, or from"
                                + " systems that were connected later, make it shorter."));
    }
}
