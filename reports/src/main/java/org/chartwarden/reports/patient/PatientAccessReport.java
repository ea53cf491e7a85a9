package org.chartwarden.reports.patient;

import java.io.IOException;
import java.util.SortedSet;
import org.chartwarden.reports.Report;
import org.chartwarden.reports.ReportContext;
import org.chartwarden.reports.ReportPages;
import org.chartwarden.reports.Words;
import org.chartwarden.reports.csv.CsvFile;
import org.chartwarden.reports.data.AccessLines;
import org.chartwarden.reports.data.AccessQueries;
import org.chartwarden.reports.data.AccessRow;
import org.chartwarden.reports.data.PatientIds;
import org.chartwarden.sink.search.AuditReader;
import org.chartwarden.sink.search.Documents;

/**
 * Who opened a patient's record, when, and why: for the patient's own request (EHDS, Regulation (EU) 2025/327, Article 9;
 * GDPR Article 15). It tells what was done and which reason is on record, but neither which rules fired nor whom anybody
 * suspects.
 */
public final class PatientAccessReport implements Report {

    private final AuditReader search;
    private final ReportContext context;
    private final String patientId;

    /** @param patientId any id of the record: those into which it was merged are found */
    public PatientAccessReport(AuditReader search, ReportContext context, String patientId) {
        this.search = search;
        this.context = context;
        this.patientId = patientId;
    }

    @Override
    public String name() {
        return context.fileName("patient-access");
    }

    @Override
    public ReportPages read(CsvFile lines) throws IOException {
        SortedSet<String> ids = PatientIds.of(search, patientId);
        PatientAccesses accesses = new PatientAccesses();
        lines.line(AccessLines.HEADER);
        search.read(
                Documents.ACCESSES,
                AccessQueries.all(
                        AccessQueries.oneOf("patient.id", ids), AccessQueries.within(context.span(), "@timestamp")),
                document -> {
                    AccessRow access = new AccessRow(document);
                    accesses.add(access);
                    lines.line(AccessLines.cells(access, context));
                });
        return new ReportPages(
                new PatientAccessPages(context, patientId, ids, accesses).document(),
                "opened " + Words.count(accesses.opened().count(), "time", "times") + " by "
                        + Words.count(accesses.people().size(), "person or account", "people and accounts") + "; "
                        + Words.count(accesses.unexplained(), "time", "times") + " no reason is on record");
    }
}
