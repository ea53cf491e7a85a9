package org.chartwarden.reports.disclosures;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.io.IOException;
import java.util.List;
import java.util.SortedSet;
import org.chartwarden.reports.Report;
import org.chartwarden.reports.ReportContext;
import org.chartwarden.reports.ReportPages;
import org.chartwarden.reports.Words;
import org.chartwarden.reports.csv.CsvFile;
import org.chartwarden.reports.data.AccessQueries;
import org.chartwarden.reports.data.AccessRow;
import org.chartwarden.reports.data.AccessWords;
import org.chartwarden.reports.data.PatientIds;
import org.chartwarden.sink.search.AuditReader;
import org.chartwarden.sink.search.Documents;

/**
 * The part of an accounting of disclosures (45 CFR 164.528) that an audit of accesses can know: what officers found to be
 * violations, what was declared for an accountable purpose, and what was printed or exported without treatment, payment
 * or operations behind it. What is not settled is told apart, for the privacy office to settle.
 */
public final class DisclosureReport implements Report {

    private final AuditReader search;
    private final ReportContext context;
    private final String patientId;

    /** @param patientId any id of the record: those into which it was merged are found */
    public DisclosureReport(AuditReader search, ReportContext context, String patientId) {
        this.search = search;
        this.context = context;
        this.patientId = patientId;
    }

    @Override
    public String name() {
        return context.fileName("disclosures");
    }

    @Override
    public ReportPages read(CsvFile lines) throws IOException {
        SortedSet<String> ids = PatientIds.of(search, patientId);
        Query accesses = AccessQueries.all(
                AccessQueries.oneOf("patient.id", ids),
                AccessQueries.within(context.span(), "@timestamp"),
                AccessQueries.opensChart());
        Classifier classifier = Classifier.read(search, accesses);
        Disclosures disclosures = new Disclosures();
        lines.line(
                "time",
                "basis",
                "recipient id",
                "recipient",
                "departments",
                "what",
                "declared purpose",
                "patient id",
                "alert ids",
                "system",
                "event id");
        search.read(Documents.ACCESSES, accesses, document -> {
            AccessRow access = new AccessRow(document);
            Basis basis = classifier.basis(access);
            disclosures.add(access, basis);
            if (!basis.excluded()) {
                lines.line(cells(access, basis));
            }
        });
        return new ReportPages(
                new DisclosurePages(context, patientId, ids, disclosures).document(),
                Words.count(disclosures.lines().count(), "disclosure", "disclosures") + " accounted for; "
                        + Words.count(disclosures.count(Basis.UNSETTLED), "access", "accesses")
                        + " to be settled by the privacy office");
    }

    private List<String> cells(AccessRow access, Basis basis) {
        return List.of(
                context.time(access.time()),
                basis.words(),
                access.userId().orElse(""),
                access.userName().orElse(""),
                Words.joined(access.departments()),
                AccessWords.what(access),
                Words.joined(access.purposes()),
                access.patientId().orElse(""),
                Words.joined(access.alertIds()),
                access.sourceSystem().orElse(""),
                access.eventId());
    }
}
