package org.chartwarden.reports.patient;

import java.io.IOException;
import java.util.List;
import java.util.SortedSet;
import org.chartwarden.reports.Report;
import org.chartwarden.reports.ReportContext;
import org.chartwarden.reports.ReportPages;
import org.chartwarden.reports.csv.CsvFile;
import org.chartwarden.reports.data.AccessQueries;
import org.chartwarden.reports.data.AccessRow;
import org.chartwarden.reports.data.AccessWords;
import org.chartwarden.reports.data.PatientIds;
import org.chartwarden.sink.search.AuditSearch;
import org.chartwarden.sink.search.Documents;

/**
 * Who opened a patient's record, when, and why: for the patient's own request (EHDS, Regulation (EU) 2025/327, Article 9;
 * GDPR Article 15). It tells what was done and which reason is on record, but neither which rules fired nor whom anybody
 * suspects.
 */
public final class PatientAccessReport implements Report {

    private final AuditSearch search;
    private final ReportContext context;
    private final String patientId;

    /** @param patientId any id of the record: those into which it was merged are found */
    public PatientAccessReport(AuditSearch search, ReportContext context, String patientId) {
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
        lines.line(
                "time",
                "user id",
                "user name",
                "departments",
                "roles",
                "done",
                "action",
                "category",
                "succeeded",
                "purpose of use",
                "explained",
                "reason",
                "patient id",
                "system",
                "event id");
        search.read(
                Documents.ACCESSES,
                AccessQueries.all(
                        AccessQueries.oneOf("patient.id", ids), AccessQueries.within(context.span(), "@timestamp")),
                document -> {
                    AccessRow access = new AccessRow(document);
                    accesses.add(access);
                    lines.line(cells(access));
                });
        return new ReportPages(
                new PatientAccessPages(context, patientId, ids, accesses).document(),
                String.format(
                        "opened %,d times by %,d people; %,d times no reason is on record",
                        accesses.opened().count(), accesses.people().size(), accesses.unexplained()));
    }

    private List<String> cells(AccessRow access) {
        return List.of(
                context.time(access.time()),
                access.userId().orElse(""),
                access.userName().orElse(""),
                AccessWords.joined(access.departments()),
                AccessWords.joined(access.roles()),
                AccessWords.what(access),
                access.action(),
                access.category(),
                Boolean.toString(access.succeeded()),
                AccessWords.joined(access.purposes()),
                Boolean.toString(access.explained()),
                AccessWords.why(access),
                access.patientId().orElse(""),
                access.sourceSystem().orElse(""),
                access.eventId());
    }
}
