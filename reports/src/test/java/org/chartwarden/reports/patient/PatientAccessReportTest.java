package org.chartwarden.reports.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.reports.MadeReport.CONTEXT;
import static org.chartwarden.reports.Samples.access;
import static org.chartwarden.reports.Samples.document;
import static org.chartwarden.reports.Samples.explained;
import static org.chartwarden.reports.Samples.hit;

import java.io.IOException;
import java.util.stream.IntStream;
import org.chartwarden.reports.MadeReport;
import org.chartwarden.reports.MemoryReader;
import org.chartwarden.sink.search.Documents;
import org.junit.jupiter.api.Test;

class PatientAccessReportTest {

    private final MemoryReader documents = new MemoryReader();

    @Test
    void shouldTellWhoOpenedTheChartAndWhy() throws IOException {
        documents.with(
                Documents.ACCESSES,
                document(explained(access("e1", "2026-01-10T08:00:00Z", "u1", "p1"))),
                document(hit(access("e2", "2026-01-11T22:30:00Z", "u2", "p1"), "vip", "a1")
                        .put("event.action", "U")
                        .put("chartwarden.object_type", "Observation")),
                document(access("e3", "2026-01-12T08:00:00Z", "u2", "p1").put("event.outcome", "failure")),
                document(access("e4", "2026-01-12T08:00:01Z", "u3", "p1").put("chartwarden.category", "search")),
                document(access("other", "2026-01-10T08:00:00Z", "u9", "p9")),
                document(access("early", "2025-12-31T23:59:59.999Z", "u9", "p1")),
                document(access("late", "2026-02-01T00:00:00Z", "u9", "p1")));

        MadeReport made = report("p1");

        assertThat(made.csv()).isEqualTo("""
                time,user id,user name,departments,roles,done,action,category,succeeded,purpose of use,explained,\
                reason,patient id,system,event id
                2026-01-10 09:00:00,u1,Name of u1,Oncology,nurse,opened,R,record,true,,true,An encounter in Oncology,\
                p1,ehr,e1
                2026-01-11 23:30:00,u2,Name of u2,Oncology,nurse,changed (Observation),U,record,true,,false,\
                No reason is on record.,p1,ehr,e2
                2026-01-12 09:00:00,u2,Name of u2,Oncology,nurse,"opened, refused or failed",R,record,false,,false,\
                No reason is on record.,p1,ehr,e3
                2026-01-12 09:00:01,u3,Name of u3,Oncology,nurse,named in a search result,R,search,true,,false,\
                No reason is on record.,p1,ehr,e4
                """);
        assertThat(made.pdf())
                .contains("Patient's id p1 Time from 2026-01-01 01:00, before 2026-02-01 01:00 (Europe/Berlin)")
                .contains("Made by officer1 Made at 2026-02-10 10:00 Europe/Berlin")
                .contains("2 times opened 2 people and accounts 1 time with a reason 1 time without a reason")
                .contains("2026-01-10 09:00:00 Name of u1 u1 Oncology opened An encounter in Oncology")
                .contains("Not counted as opened: 1 time the record was only named in a search result or touched"
                        + " otherwise, and 1 attempt that failed or was refused. The CSV file")
                .doesNotContain("vip", "a rule fired", "Also under", "u9");
        assertThat(made.summary()).isEqualTo("opened 2 times by 2 people and accounts; 1 time no reason is on record");
    }

    @Test
    void shouldFindTheRecordUnderAllIdsThatItHad() throws IOException {
        documents.with(
                Documents.ACCESSES,
                document(access("e1", "2026-01-10T08:00:00Z", "u1", "old").put("patient.merged_into", "older")),
                document(access("e2", "2026-01-10T09:00:00Z", "u1", "older").put("patient.merged_into", "new")),
                document(access("e3", "2026-01-10T10:00:00Z", "u1", "new")));

        MadeReport made = report("older");

        assertThat(made.pdf())
                .contains("Patient's id older Also under new, old")
                .contains("3 times opened");
    }

    @Test
    void shouldSayThatNobodyOpenedIt() throws IOException {
        MadeReport made = report("unknown");

        assertThat(made.pdf()).contains("Nobody opened this record in this time");
        assertThat(made.summary()).isEqualTo("opened 0 times by 0 people and accounts; 0 times no reason is on record");
    }

    @Test
    void shouldShowTheNewestOfThousandsAndWriteAll() throws IOException {
        IntStream.range(0, 2_500)
                .mapToObj(i -> document(access(
                        "e" + i, String.format("2026-01-10T%02d:%02d:00Z", i / 60 % 24, i % 60), "u" + i % 5, "p1")))
                .forEach(access -> documents.with(Documents.ACCESSES, access));

        MadeReport made = report("p1");

        assertThat(made.csv().lines()).hasSize(2_501);
        assertThat(made.pdf()).contains("2,500 times opened").contains("These are the newest 1,000 of 2,500.");
    }

    @Test
    void shouldShowNamesInAnyScript() throws IOException {
        String hebrew = "שרה כהן";
        documents.with(
                Documents.ACCESSES,
                document(access("e1", "2026-01-10T08:00:00Z", "u1", "p1")
                        .put("user.full_name", "Łucja Đorđević-Šimůnková")),
                document(access("e2", "2026-01-10T08:00:00Z", "u2", "p1").put("user.full_name", "李小龍 <b>")),
                document(access("e3", "2026-01-10T08:00:00Z", "u3", "p1").put("user.full_name", "=cmd|' /C calc'!A0")),
                document(access("e4", "2026-01-10T08:00:00Z", "u4", "p1").put("user.full_name", hebrew)));

        MadeReport made = report("p1");

        assertThat(made.pdf())
                .contains("Łucja Đorđević-Šimůnková")
                .contains("[U+674E][U+5C0F][U+9F8D] <b>")
                .contains(hebrew);
        assertThat(made.csv())
                .contains(",李小龍 <b>,")
                .contains(",'=cmd|' /C calc'!A0,")
                .contains(hebrew);
    }

    @Test
    void shouldGiveTheSameEachTime() throws IOException {
        documents.with(Documents.ACCESSES, document(access("e1", "2026-01-10T08:00:00Z", "u1", "p1")));

        assertThat(report("p1")).isEqualTo(report("p1"));
    }

    private MadeReport report(String patientId) throws IOException {
        return MadeReport.of(new PatientAccessReport(documents, CONTEXT, patientId));
    }
}
