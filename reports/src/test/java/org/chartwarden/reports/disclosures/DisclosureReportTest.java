package org.chartwarden.reports.disclosures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.reports.MadeReport.CONTEXT;
import static org.chartwarden.reports.Samples.access;
import static org.chartwarden.reports.Samples.alert;
import static org.chartwarden.reports.Samples.decided;
import static org.chartwarden.reports.Samples.document;
import static org.chartwarden.reports.Samples.explained;
import static org.chartwarden.reports.Samples.hit;

import java.io.IOException;
import java.util.List;
import org.chartwarden.reports.MadeReport;
import org.chartwarden.reports.MemoryReader;
import org.chartwarden.sink.elasticsearch.Fields;
import org.chartwarden.sink.search.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisclosureReportTest {

    private static final String HEADER =
            "time,basis,recipient id,recipient,departments,what,declared purpose,patient id,"
                    + "alert ids,system,event id\n";
    private static final String TIME = "2026-01-10T08:00:00Z";

    private final MemoryReader documents = new MemoryReader();

    @Test
    void shouldAccountForViolationsDeclaredPurposesAndWhatWasExportedWithoutAReason() throws IOException {
        add(explained(hit(access("e1", TIME, "u1", "p1"), "vip", "a1")));
        add(explained(
                access("e2", "2026-01-11T08:00:00Z", "u2", "p1").put("chartwarden.purpose_of_use", List.of("HRESCH"))));
        add(access("e3", "2026-01-12T08:00:00Z", "u3", "p1").put("chartwarden.category", "export"));
        documents.with(
                Documents.ALERTS,
                document(decided(alert("a1", "vip", TIME), "violation_curiosity", "2026-01-11T08:00:00Z")));

        MadeReport made = report();

        assertThat(made.csv()).isEqualTo(HEADER + """
                2026-01-10 09:00:00,Decided to be a violation of privacy,u1,Name of u1,Oncology,opened,,p1,a1,ehr,e1
                2026-01-11 09:00:00,Declared for a purpose that is to be accounted for,u2,Name of u2,Oncology,\
                opened,HRESCH,p1,,ehr,e2
                2026-01-12 09:00:00,"Printed or exported; no treatment, payment or operation accounts for it",u3,Name of u3,\
                Oncology,printed or exported,,p1,,ehr,e3
                """);
        assertThat(made.pdf())
                .contains("Declared for a purpose that is to be accounted for Declared: HRESCH")
                .contains("3 disclosures accounted for 0 accesses to be settled first")
                .doesNotContain("To be settled before this is handed out");
        assertThat(made.summary())
                .isEqualTo("3 disclosures accounted for; 0 accesses to be settled by the privacy office");
    }

    @Test
    void shouldLeaveOutTreatmentAndThePatientsOwnRequests() throws IOException {
        add(explained(access("treatment", TIME, "u1", "p1")));
        add(explained(access("print", TIME, "u1", "p1").put("chartwarden.category", "export")));
        add(access("own", TIME, "u5", "p1").put("patient.user_id", "u5"));
        add(access("request", TIME, "u1", "p1").put("chartwarden.purpose_of_use", List.of("PATRQT")));
        add(access("refused", TIME, "u1", "p1").put("event.outcome", "failure"));
        add(access("listed", TIME, "u1", "p1").put("chartwarden.category", "search"));

        MadeReport made = report();

        assertThat(made.csv()).isEqualTo(HEADER);
        assertThat(made.pdf())
                .contains("Nothing that this audit knows belongs into the accounting.")
                .contains(
                        "2 accesses for treatment, payment or operations, excluded 2 accesses at the patient's request, excluded");
    }

    @ParameterizedTest
    @CsvSource({
        "appropriate, 0",
        "documentation_gap, 0",
        "self_access, 0",
        "unsubstantiated, 1",
        "referred, 1",
        "duplicate, 1"
    })
    void shouldTakeAnOfficersWordForAReason(String decision, int unsettled) throws IOException {
        add(hit(access("e1", TIME, "u1", "p1"), "vip", "a1"));
        documents.with(Documents.ALERTS, document(decided(alert("a1", "vip", TIME), decision, "2026-01-11T08:00:00Z")));

        assertThat(report().csv().lines()).hasSize(1 + unsettled);
    }

    @Test
    void shouldTellTogetherWhatIsNotSettledOfOnePerson() throws IOException {
        add(access("e1", TIME, "u1", "p1"));
        add(access("e2", "2026-01-12T08:00:00Z", "u1", "p1").put("event.action", "U"));

        MadeReport made = report();

        assertThat(made.pdf())
                .contains("Name of u1 u1 Oncology changed, opened 2 2026-01-10 09:00:00 2026-01-12 09:00:00")
                .contains("0 disclosures accounted for 2 accesses to be settled first");
        assertThat(made.summary())
                .isEqualTo("0 disclosures accounted for; 2 accesses to be settled by the privacy office");
    }

    @Test
    void shouldSayThatNothingIsKnownOfTheRecord() throws IOException {
        assertThat(report().pdf()).contains("Nobody opened this record in this time at all");
    }

    private void add(Fields access) {
        documents.with(Documents.ACCESSES, document(access));
    }

    private MadeReport report() throws IOException {
        return MadeReport.of(new DisclosureReport(documents, CONTEXT, "p1"));
    }
}
