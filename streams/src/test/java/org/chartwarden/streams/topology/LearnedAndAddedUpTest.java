package org.chartwarden.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.streams.topology.Courtroom.NOW;
import static org.chartwarden.streams.topology.Told.unexplained;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.RuleHit;
import org.chartwarden.streams.rule.SampleRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What takes days: a person's risk that adds up, and what is usual among peers. */
class LearnedAndAddedUpTest {

    @TempDir
    private Path state;

    @Test
    void shouldTellTheWholeStoryOfLowAndSlowSnooping() {
        try (Courtroom court = new Courtroom(state, SampleRules.pack(SampleRules.VIP, SampleRules.RISK))) {
            court.hear(vip("a1", "p1", day(0)), vip("a2", "p2", day(1)));
            assertThat(risks(court)).isEmpty();

            List<ExplainedAccess> judged = court.hear(vip("a3", "p3", day(2)));

            List<Alert> risks = risks(court);
            assertThat(risks).extracting(Alert::getEventIds).containsExactly(List.of("a1", "a2", "a3"));
            assertThat(judged.get(0).getRuleHits())
                    .extracting(RuleHit::getRuleId)
                    .containsExactly("vip", "risk");
        }
    }

    @Test
    void shouldForgetRiskAsWeeksPass() {
        try (Courtroom court = new Courtroom(state, SampleRules.pack(SampleRules.VIP, SampleRules.RISK))) {
            court.hear(vip("a1", "p1", day(0)), vip("a2", "p2", day(7)), vip("a3", "p3", day(14)));

            assertThat(risks(court)).isEmpty();
        }
    }

    @Test
    void shouldWeighHitsMoreAfterAConfirmedViolation() {
        try (Courtroom court = new Courtroom(state, SampleRules.pack(SampleRules.VIP, SampleRules.RISK))) {
            court.hear(again("a1", "p1", day(0)), again("a2", "p2", day(0).plusSeconds(60)));

            assertThat(risks(court)).extracting(Alert::getEventIds).containsExactly(List.of("a1", "a2"));
        }
    }

    @Test
    void shouldStillWeighWhatARuleAboutThePatientFoundInANewRevision() {
        try (Courtroom court = new Courtroom(state, SampleRules.pack(SampleRules.CROWD, SampleRules.RISK))) {
            for (String patient : List.of("p1", "p2", "p3")) {
                for (String user : List.of("u2", "u3", "u1")) {
                    court.hear(crowd(user, patient));
                }
            }

            ExplainedAccess revised =
                    ExplainedAccess.newBuilder(crowd("u1", "p2")).setRevision(2).build();
            court.hear(revised);

            Alert risk = risks(court).stream().reduce((first, second) -> second).orElseThrow();
            assertThat(risk.getUserId()).isEqualTo("u1");
            assertThat(risk.getEventIds()).containsExactly("u1-p1", "u1-p2", "u1-p3");
            assertThat(risk.getStatus()).isEqualTo(AlertStatus.OPEN);
        }
    }

    @Test
    void shouldCompareWithPeers() {
        try (Courtroom court = new Courtroom(state, SampleRules.pack(SampleRules.PEERS))) {
            for (int user = 1; user <= 5; user++) {
                // A day is over for the baselines when it cannot be added to any more.
                open(court, "peer" + user, day(0), 2);
                open(court, "peer" + user, day(10), 1);
            }
            assertThat(court.alerts()).isEmpty();

            open(court, "peer1", day(11), 8);

            assertThat(court.alerts())
                    .isNotEmpty()
                    .allSatisfy(alert -> assertThat(alert.getUserId()).isEqualTo("peer1"));
        }
    }

    @Test
    void shouldKnowNoPeersWhereNobodyElseWorks() {
        try (Courtroom court = new Courtroom(state, SampleRules.pack(SampleRules.PEERS))) {
            open(court, "alone", day(0), 2);
            open(court, "alone", day(10), 40);

            assertThat(court.alerts()).isEmpty();
        }
    }

    private static void open(Courtroom court, String user, Instant from, int patients) {
        for (int patient = 1; patient <= patients; patient++) {
            Instant time = from.plusSeconds(60L * patient);
            court.hear(unexplained(user + "@" + time, user, "p" + patient, time).build());
        }
    }

    private static List<Alert> risks(Courtroom court) {
        return court.alerts().stream()
                .filter(alert -> alert.getRuleId().equals("risk"))
                .toList();
    }

    private static ExplainedAccess vip(String eventId, String patientId, Instant time) {
        return unexplained(eventId, "u1", patientId, time).setPatientVip(true).build();
    }

    private static ExplainedAccess crowd(String user, String patient) {
        Instant time = NOW.plusSeconds(60L * patient.charAt(1));
        return unexplained(user + "-" + patient, user, patient, time).build();
    }

    private static ExplainedAccess again(String eventId, String patientId, Instant time) {
        return unexplained(eventId, "u1", patientId, time)
                .setPatientVip(true)
                .setUserConfirmedViolations(1)
                .build();
    }

    private static Instant day(int number) {
        return NOW.plus(Duration.ofDays(number));
    }
}
