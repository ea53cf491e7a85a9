package org.chartwarden.reports.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.reports.MadeReport.CONTEXT;
import static org.chartwarden.reports.Samples.access;
import static org.chartwarden.reports.Samples.alert;
import static org.chartwarden.reports.Samples.decided;
import static org.chartwarden.reports.Samples.document;
import static org.chartwarden.reports.Samples.explained;
import static org.chartwarden.reports.Samples.hit;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.chartwarden.reports.MadeReport;
import org.chartwarden.reports.MemoryReader;
import org.chartwarden.reports.data.AccessRow;
import org.chartwarden.reports.picture.UserAgainstPeers.Day;
import org.chartwarden.sink.elasticsearch.Fields;
import org.chartwarden.sink.search.Documents;
import org.junit.jupiter.api.Test;

class UserReportTest {

    private final MemoryReader documents = new MemoryReader();

    @Test
    void shouldTellWhatOnePersonDidAndWhatWasFoundOfIt() throws IOException {
        documents.with(
                Documents.ACCESSES,
                document(explained(access("e1", "2026-01-10T08:00:00Z", "u1", "p1"))),
                document(hit(access("e2", "2026-01-11T08:00:00Z", "u1", "p2"), "vip", "a1")),
                document(access("e3", "2026-01-11T09:00:00Z", "u1", "p3").put("event.outcome", "failure")),
                document(access("e4", "2026-01-11T10:00:00Z", "u2", "p2")));
        documents.with(
                Documents.ALERTS,
                document(decided(
                                alert("a1", "vip", "2026-01-11T08:00:00Z"),
                                "violation_curiosity",
                                "2026-01-12T08:00:00Z")
                        .put("patient.id", "p2")),
                document(alert("a2", "crowd", "2026-01-11T08:00:00Z")
                        .put("user.id", "u7")
                        .put("chartwarden.involved_user_ids", List.of("u1", "u7"))),
                document(alert("a3", "vip", "2026-01-11T08:00:00Z").put("user.id", "u2")));
        documents.with(
                Documents.DISPOSITIONS,
                document(new Fields()
                        .put("@timestamp", Instant.parse("2026-01-12T08:00:00Z"))
                        .put("event.id", "decision-1")
                        .put("rule.id", "vip")
                        .put("user.id", "u1")
                        .put("chartwarden.alert_id", "a1")
                        .put("chartwarden.decision", "violation_curiosity")
                        .put("chartwarden.decided_by", "officer7")
                        .put("chartwarden.note", "admitted it")));

        MadeReport made = MadeReport.of(new UserReport(documents, CONTEXT, "u1"));

        assertThat(made.csv()).isEqualTo("""
                time,user id,user name,departments,roles,done,action,category,succeeded,purpose of use,explained,\
                reason,patient id,system,event id,rules,unexplained because
                2026-01-10 09:00:00,u1,Name of u1,Oncology,nurse,opened,R,record,true,,true,An encounter in Oncology,\
                p1,ehr,e1,,no encounter
                2026-01-11 09:00:00,u1,Name of u1,Oncology,nurse,opened,R,record,true,,false,No reason is on record.,\
                p2,ehr,e2,vip,no encounter
                2026-01-11 10:00:00,u1,Name of u1,Oncology,nurse,"opened, refused or failed",R,record,false,,false,\
                No reason is on record.,p3,ehr,e3,,no encounter
                """);
        assertThat(made.pdf())
                .contains("User id u1 Name Name of u1 Department Oncology Role nurse")
                .contains("2 chart openings 2 patients 50.0 % explained 1 without a reason 2 alerts")
                .contains("2026-01-11 09:00:00 Rule vip high p2 violation, curiosity a1")
                .contains("2026-01-11 09:00:00 Rule crowd high several open a2")
                .contains("2026-01-12 09:00:00 violation, curiosity officer7 admitted it a1")
                .contains("p2 1 1 1 2026-01-11 09:00:00 2026-01-11 09:00:00 p1 1 0 0")
                .contains("2026-01-11 09:00:00 p2 opened no encounter vip")
                .doesNotContain("a3");
        assertThat(made.summary()).isEqualTo("2 chart openings of 2 patients, 50.0 % explained; 2 alerts");
    }

    @Test
    void shouldSayThatTheUserDidNothing() throws IOException {
        MadeReport made = MadeReport.of(new UserReport(documents, CONTEXT, "nobody"));

        assertThat(made.pdf()).contains("No access of this user in this time").contains("Alerts None.");
        assertThat(made.summary()).isEqualTo("0 chart openings of 0 patients, – explained; 0 alerts");
    }

    @Test
    void shouldComparePeersOfTheSameDepartmentAndRoleOnTheirDaysOfWork() throws IOException {
        UserActivity activity = new UserActivity(CONTEXT.zone());
        add(activity, "2026-01-03T08:00:00Z");
        addAccess("u1", "own", "2026-01-03T08:00:00Z");
        for (int peer = 1; peer <= 4; peer++) {
            for (int times = 0; times < 10 * peer; times++) {
                addAccess("peer" + peer, "peer" + peer + "-" + times, "2026-01-02T22:59:59Z");
            }
        }
        documents.with(
                Documents.ACCESSES,
                document(access("clerk", "2026-01-03T08:00:00Z", "clerk", "p1").put("user.roles", List.of("clerk"))));

        List<Day> days =
                new Peers(documents, MadeReport.context("2026-01-01T23:00:00Z", "2026-01-03T23:00:00Z")).days(activity);

        assertThat(days)
                .extracting(Day::toString)
                .containsExactly(
                        "Day[date=2026-01-02, user=0, lowerQuartile=10.0, median=20.0, upperQuartile=30.0]",
                        "Day[date=2026-01-03, user=1, lowerQuartile=0.0, median=0.0, upperQuartile=0.0]");
    }

    @Test
    void shouldCompareNobodyWhoseRoleIsNotKnown() throws IOException {
        documents.with(
                Documents.ACCESSES,
                document(access("e1", "2026-01-10T08:00:00Z", "u1", "p1").put("user.roles", List.of("nurse"))));
        UserActivity activity = new UserActivity(CONTEXT.zone());
        activity.add(new AccessRow(document(new Fields()
                .put("@timestamp", Instant.parse("2026-01-10T08:00:00Z"))
                .put("event.outcome", "success")
                .put("user.id", "u1")
                .put("chartwarden.category", "record"))));

        assertThat(new Peers(documents, CONTEXT).days(activity)).isEmpty();
    }

    private void add(UserActivity activity, String time) {
        activity.add(new AccessRow(document(access("own", time, "u1", "p1"))));
    }

    private void addAccess(String userId, String eventId, String time) {
        documents.with(Documents.ACCESSES, document(access(eventId, time, userId, "p1")));
    }
}
