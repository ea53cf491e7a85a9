package org.chartwarden.reports.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.reports.MadeReport.CONTEXT;
import static org.chartwarden.reports.Samples.access;
import static org.chartwarden.reports.Samples.alert;
import static org.chartwarden.reports.Samples.decided;
import static org.chartwarden.reports.Samples.document;
import static org.chartwarden.reports.Samples.explained;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.chartwarden.reports.MadeReport;
import org.chartwarden.reports.MemoryReader;
import org.chartwarden.sink.elasticsearch.Fields;
import org.chartwarden.sink.search.Documents;
import org.junit.jupiter.api.Test;

class TrainingReportTest {

    private static final String TIME = "2026-01-10T08:00:00Z";
    private static final String DECIDED = "2026-01-11T08:00:00Z";

    private final MemoryReader documents = new MemoryReader();

    @Test
    void shouldTellWhatEachDepartmentHasToLearnAndNameNobody() throws IOException {
        addPeople("Oncology", 5);
        addPeople("Radiology", 6);
        addPeople("Chaplaincy", 1);
        addPeople("Records", 2);
        add(alert("a1", "vip", TIME).put("chartwarden.status", "explained"));
        add(decided(alert("a2", "vip", TIME), "documentation_gap", DECIDED));
        add(decided(alert("a3", "vip", TIME), "appropriate", DECIDED));
        add(decided(in("Radiology", "a4"), "violation_unintentional", DECIDED));
        add(decided(in("Radiology", "a5"), "violation_malicious", DECIDED));
        add(decided(in("Chaplaincy", "a6"), "self_access", DECIDED));
        add(in("Radiology", "a7"));
        documents.with(Documents.ALERTS, withoutDepartment(alert("a8", "crowd", TIME)));

        MadeReport made = report();

        assertThat(made.csv()).isEqualTo("""
                department,people,charts opened,without a reason,incidents,explained by late paperwork,\
                gaps in the documentation,appropriate,unintentional,own record,advice
                Oncology,5,10,5,3,1,1,1,0,0,"Record the order, the referral or the care team before the chart is opened."
                Radiology,6,12,6,1,0,0,0,1,0,\
                "Search by record number, and compare name and date of birth before opening."
                Departments of fewer than 5 people,3,6,3,1,0,0,0,0,1,Own records are read through the patients' portal.
                """);
        assertThat(made.pdf())
                .contains(
                        "5 incidents to learn from 2 paperwork late or missing 1 found appropriate 1 unintentional violation 1 own")
                .contains("Oncology 5 10 50.0 % 1 1 1 0 0 Record the order")
                .contains("1 alert belongs to no department")
                .doesNotContain("Chaplaincy", "Records 2", "u1", "Name of", "a1");
        assertThat(made.summary()).isEqualTo("3 lines of departments; 5 incidents to learn from");
    }

    @Test
    void shouldUseTheIdOfADepartmentWithoutAName() throws IOException {
        for (int i = 0; i < 5; i++) {
            Fields access = new Fields()
                    .put("@timestamp", Instant.parse(TIME))
                    .put("event.id", "e" + i)
                    .put("event.outcome", "success")
                    .put("user.id", "u" + i)
                    .put("chartwarden.category", "record")
                    .put("chartwarden.explained", true)
                    .put("chartwarden.department_ids", List.of("d7"));
            documents.with(Documents.ACCESSES, document(access));
        }

        assertThat(report().csv()).contains("\nd7,5,5,0,0,");
    }

    @Test
    void shouldSayThatThereWasNothing() throws IOException {
        MadeReport made = report();

        assertThat(made.pdf()).contains("No chart was opened and nothing was found in this time");
        assertThat(made.summary()).isEqualTo("0 lines of departments; 0 incidents to learn from");
    }

    /** Of each, one access has a reason and one has none. */
    private void addPeople(String department, int people) {
        for (int i = 0; i < people; i++) {
            String user = department + "-u" + i;
            documents.with(
                    Documents.ACCESSES,
                    document(access(user + "-1", TIME, user, "p1")
                            .put("chartwarden.department_names", List.of(department))),
                    document(explained(access(user + "-2", TIME, user, "p1")
                            .put("chartwarden.department_names", List.of(department)))));
        }
    }

    private static Fields in(String department, String alertId) {
        return alert(alertId, "vip", TIME).put("chartwarden.department_names", List.of(department));
    }

    private static ObjectNode withoutDepartment(Fields alert) {
        ObjectNode document = document(alert);
        ((ObjectNode) document.get("chartwarden")).remove("department_names");
        return document;
    }

    private void add(Fields alert) {
        documents.with(Documents.ALERTS, document(alert));
    }

    private MadeReport report() throws IOException {
        return MadeReport.of(new TrainingReport(documents, CONTEXT));
    }
}
