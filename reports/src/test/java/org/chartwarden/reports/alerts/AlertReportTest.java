package org.chartwarden.reports.alerts;

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
import org.chartwarden.reports.MadeReport;
import org.chartwarden.reports.MemoryReader;
import org.chartwarden.sink.elasticsearch.Fields;
import org.chartwarden.sink.search.Documents;
import org.junit.jupiter.api.Test;

class AlertReportTest {

    private static final String TIME = "2026-01-10T08:00:00Z"; // and opened an hour later

    private final MemoryReader documents = new MemoryReader();

    @Test
    void shouldTellWhatWasDecidedHowFastAndHowRightTheRulesWere() throws IOException {
        add(decided(alert("a1", "vip", TIME), "violation_curiosity", "2026-01-10T10:00:00Z"));
        add(decided(alert("a2", "vip", TIME), "appropriate", "2026-01-11T09:00:00Z"));
        add(decided(alert("a3", "vip", TIME), "referred", "2026-01-12T11:20:00Z"));
        add(decided(alert("a4", "drip", TIME), "duplicate", "2026-01-10T08:30:00Z"));
        add(alert("a5", "drip", TIME));
        add(alert("a6", "drip", "2026-01-31T08:00:00Z")
                .put("chartwarden.severity", "low")
                .put("chartwarden.opened_at", Instant.parse("2026-02-09T09:00:00Z")));
        add(alert("a7", "drip", TIME).put("chartwarden.status", "explained"));
        add(alert("a8", "drip", "2026-02-01T00:00:00Z"));
        documents.with(
                Documents.ACCESSES,
                document(explained(access("e1", TIME, "u1", "p1"))),
                document(access("e2", TIME, "u1", "p1").put("chartwarden.late", true)));
        documents.with(Documents.DISPOSITIONS, disposition("d1", "officer1"), disposition("d2", "officer1"));

        MadeReport made = report();

        assertThat(made.csv()).isEqualTo("""
                first access,alert id,rule id,rule,severity,outcome,accesses,departments,opened,due,decided,\
                hours to decision,overdue
                2026-01-10 09:00:00,a1,vip,Rule vip,high,"violation, curiosity",2,Oncology,2026-01-10 10:00:00,\
                2026-01-11 10:00:00,2026-01-10 11:00:00,1.00,false
                2026-01-10 09:00:00,a2,vip,Rule vip,high,appropriate,2,Oncology,2026-01-10 10:00:00,\
                2026-01-11 10:00:00,2026-01-11 10:00:00,24.00,false
                2026-01-10 09:00:00,a3,vip,Rule vip,high,referred,2,Oncology,2026-01-10 10:00:00,\
                2026-01-11 10:00:00,2026-01-12 12:20:00,50.33,false
                2026-01-10 09:00:00,a4,drip,Rule drip,high,duplicate,2,Oncology,2026-01-10 10:00:00,\
                2026-01-11 10:00:00,2026-01-10 09:30:00,,false
                2026-01-10 09:00:00,a5,drip,Rule drip,high,open,2,Oncology,2026-01-10 10:00:00,\
                2026-01-11 10:00:00,,,true
                2026-01-10 09:00:00,a7,drip,Rule drip,high,explained by late paperwork,2,Oncology,2026-01-10 10:00:00,\
                2026-01-11 10:00:00,,,false
                2026-01-31 09:00:00,a6,drip,Rule drip,low,open,2,Oncology,2026-02-09 10:00:00,\
                2026-02-16 10:00:00,,,false
                """);
        assertThat(made.pdf())
                .contains("2 accesses watched 7 alerts 4 decided 2 open 1 overdue")
                .contains("Of the accesses 50.0 % were explained")
                .contains("1 alert was explained by paperwork that came late, and 0 alerts still wait for it.")
                .contains("high 1 d 6 4 1 d 2 d 2 h 66.7 % 1 1")
                .contains("low 7 d 1 0 – – – 1 0")
                .contains("appropriate 1 25.0 %")
                .contains("officer1 2")
                .contains("Rule drip 4 1 2 0 0 1 0.0 %")
                .contains("Rule vip 3 0 0 1 1 1 50.0 %")
                .contains("2026-01-11 10:00:00 overdue 2026-01-10 10:00:00 high Rule drip a5")
                .contains("1 access was told too late to be judged by rules, and 0 records could not be read")
                .doesNotContain("u1", "p1", "Name of");
        assertThat(made.summary()).isEqualTo("7 alerts: 4 decided, 2 open, 1 overdue");
    }

    @Test
    void shouldSayThatThereWasNothing() throws IOException {
        MadeReport made = report();

        assertThat(made.csv().lines()).hasSize(1);
        assertThat(made.pdf()).contains("Nothing to count").contains("Of the accesses – were explained");
        assertThat(made.summary()).isEqualTo("0 alerts: 0 decided, 0 open, 0 overdue");
    }

    private void add(Fields alert) {
        documents.with(Documents.ALERTS, document(alert));
    }

    private static ObjectNode disposition(String id, String officer) {
        return document(new Fields()
                .put("@timestamp", Instant.parse("2026-01-12T08:00:00Z"))
                .put("event.id", id)
                .put("chartwarden.decided_by", officer));
    }

    private MadeReport report() throws IOException {
        return MadeReport.of(new AlertReport(documents, CONTEXT));
    }
}
