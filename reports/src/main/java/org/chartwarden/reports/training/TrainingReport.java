package org.chartwarden.reports.training;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chartwarden.reports.Report;
import org.chartwarden.reports.ReportContext;
import org.chartwarden.reports.ReportPages;
import org.chartwarden.reports.Words;
import org.chartwarden.reports.csv.CsvFile;
import org.chartwarden.reports.data.AccessQueries;
import org.chartwarden.reports.data.AlertRow;
import org.chartwarden.sink.search.AuditReader;
import org.chartwarden.sink.search.Documents;
import org.chartwarden.sink.search.Grouping;

/**
 * Which departments have many incidents that were explained away or not meant: a list for teachers, so it names nobody and
 * no alert. Accesses are counted by Elasticsearch, however many there are.
 */
public final class TrainingReport implements Report {

    private static final String NAMES = "chartwarden.department_names";
    private static final String IDS = "chartwarden.department_ids";

    private final AuditReader search;
    private final ReportContext context;

    public TrainingReport(AuditReader search, ReportContext context) {
        this.search = search;
        this.context = context;
    }

    @Override
    public String name() {
        return context.fileName("training");
    }

    @Override
    public ReportPages read(CsvFile lines) throws IOException {
        Departments departments = new Departments();
        countAccesses(departments);
        long nowhere = countAlerts(departments);
        List<Department> ranked = departments.ranked();
        lines.line(
                "department",
                "people",
                "charts opened",
                "without a reason",
                "incidents",
                "explained by late paperwork",
                "gaps in the documentation",
                "appropriate",
                "unintentional",
                "own record",
                "advice");
        ranked.forEach(department -> lines.line(cells(department)));
        long incidents = ranked.stream().mapToLong(Department::incidents).sum();
        return new ReportPages(
                new TrainingPages(context, ranked, nowhere).document(),
                Words.count(ranked.size(), "line", "lines") + " of departments; "
                        + Words.count(incidents, "incident", "incidents") + " to learn from");
    }

    private void countAccesses(Departments departments) throws IOException {
        Query opened =
                AccessQueries.all(AccessQueries.opensChart(), AccessQueries.within(context.span(), "@timestamp"));
        Query unexplained = AccessQueries.all(opened, AccessQueries.is("chartwarden.explained", false));
        Query nameless = AccessQueries.not(AccessQueries.has(NAMES));
        Map<String, Query> byField = new TreeMap<>(Map.of(NAMES, AccessQueries.has(NAMES), IDS, nameless));
        for (Map.Entry<String, Query> field : byField.entrySet()) {
            search.count(
                    Documents.ACCESSES,
                    AccessQueries.all(opened, field.getValue()),
                    List.of(Grouping.value(field.getKey()), Grouping.value("user.id")),
                    found -> departments.named(found.values().get(0)).addPerson(found.count()));
            search.count(
                    Documents.ACCESSES,
                    AccessQueries.all(unexplained, field.getValue()),
                    List.of(Grouping.value(field.getKey())),
                    found -> departments.named(found.values().get(0)).addUnexplained(found.count()));
        }
    }

    /** @return how many alerts belong to no department: a patient's story, or nobody knows where the user works */
    private long countAlerts(Departments departments) throws IOException {
        long[] nowhere = {0};
        search.read(Documents.ALERTS, AccessQueries.within(context.span(), "event.start"), document -> {
            AlertRow alert = new AlertRow(document);
            alert.departments().forEach(name -> departments.named(name).add(alert));
            nowhere[0] += alert.departments().isEmpty() ? 1 : 0;
        });
        return nowhere[0];
    }

    private static List<String> cells(Department department) {
        return List.of(
                department.name(),
                Long.toString(department.people()),
                Long.toString(department.opened()),
                Long.toString(department.unexplained()),
                Long.toString(department.incidents()),
                Long.toString(department.latePaperwork()),
                Long.toString(department.documentationGaps()),
                Long.toString(department.appropriate()),
                Long.toString(department.unintentional()),
                Long.toString(department.ownRecord()),
                department.advice());
    }
}
