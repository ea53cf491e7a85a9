package org.chartwarden.reports.patient;

import java.util.List;
import java.util.SortedSet;
import org.chartwarden.reports.ReportContext;
import org.chartwarden.reports.Words;
import org.chartwarden.reports.data.AccessRow;
import org.chartwarden.reports.data.AccessWords;
import org.chartwarden.reports.data.PatientIds;
import org.chartwarden.reports.patient.PatientAccesses.Person;
import org.chartwarden.reports.pdf.Column;
import org.chartwarden.reports.pdf.Fact;
import org.chartwarden.reports.pdf.PdfDocument;
import org.chartwarden.reports.pdf.Picture;
import org.chartwarden.reports.pdf.Table;
import org.chartwarden.reports.picture.AccessTimeline;

/** The patient access report as people read it. */
final class PatientAccessPages {

    private final ReportContext context;
    private final PatientAccesses accesses;
    private final PdfDocument document;

    PatientAccessPages(ReportContext context, String patientId, SortedSet<String> ids, PatientAccesses accesses) {
        this.context = context;
        this.accesses = accesses;
        this.document = new PdfDocument(context.title(
                "Patient access report",
                "Who opened this patient's record, when, and for which reason.",
                PatientIds.facts(patientId, ids)));
    }

    PdfDocument document() {
        if (accesses.opened().count() == 0) {
            document.paragraph("Nobody opened this record in this time, as far as the connected systems have told. If"
                    + " that is unexpected, check the patient's id and the time.");
            addNotes();
            return document;
        }
        addSummary();
        document.heading("When")
                .picture(new Picture(
                        AccessTimeline.draw(accesses.marks(), context.zone()), "The accesses by day and hour."));
        addPeople();
        addAccesses();
        addNotes();
        return document;
    }

    private void addSummary() {
        document.figures(List.of(
                        Fact.count(accesses.opened().count(), "time opened", "times opened"),
                        Fact.count(accesses.people().size(), "person or account", "people and accounts"),
                        Fact.count(accesses.explained(), "time with a reason", "times with a reason"),
                        Fact.count(accesses.unexplained(), "time without a reason", "times without a reason")))
                .paragraph("A reason is an appointment, a stay, an order, a member of the care team or other"
                        + " paperwork that accounts for the access. Where none is on record, that alone does not say"
                        + " that the access was wrong: ask the privacy office.");
    }

    private void addPeople() {
        document.heading("Who")
                .table(new Table(
                        List.of(
                                Column.text("Person or account", 3),
                                Column.text("Department", 3),
                                Column.number("Times", 1),
                                Column.number("No reason", 1.2),
                                Column.text("First", 2.1),
                                Column.text("Last", 2.1)),
                        accesses.people().stream().map(this::personRow).toList()));
    }

    private List<String> personRow(Person person) {
        return List.of(
                person.who(),
                Words.joined(person.departments()),
                Words.number(person.times()),
                Words.number(person.unexplained()),
                context.time(person.first()),
                context.time(person.last()));
    }

    private void addAccesses() {
        document.heading("Each time, the newest first");
        if (!accesses.opened().remark().isEmpty()) {
            document.paragraph(accesses.opened().remark());
        }
        document.table(new Table(
                List.of(
                        Column.text("Time", 2.1),
                        Column.text("Who", 2.4),
                        Column.text("Department", 2),
                        Column.text("What", 2),
                        Column.text("Why", 4)),
                accesses.opened().newestFirst().stream().map(this::accessRow).toList()));
    }

    private List<String> accessRow(AccessRow access) {
        return List.of(
                context.time(access.time()),
                AccessWords.who(access),
                Words.joined(access.departments()),
                AccessWords.what(access),
                AccessWords.why(access));
    }

    private void addNotes() {
        document.heading("What this report is, and is not")
                .list(List.of(
                        "It rests on the audit logs of the systems that report to " + context.system()
                                + ". What a system does not log, or logs elsewhere, is not in it.",
                        "Not counted as opened: " + Words.count(accesses.listed(), "time", "times")
                                + " the record was only named in a search result or touched otherwise, and "
                                + Words.count(
                                        accesses.refused(),
                                        "attempt that failed or was refused",
                                        "attempts that failed or were refused")
                                + ". The CSV file has these and every access.",
                        "Times are those of the systems that logged, shown in the time zone " + context.zone() + ".",
                        "It serves the right to know who has accessed one's health data: Regulation (EU) 2025/327,"
                                + " Article 9, and GDPR Article 15. The HIPAA accounting of disclosures (45 CFR"
                                + " 164.528) is a report of its own."));
    }
}
