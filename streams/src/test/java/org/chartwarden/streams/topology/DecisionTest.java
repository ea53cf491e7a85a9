package org.chartwarden.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.chartwarden.streams.topology.Courtroom.NOW;
import static org.chartwarden.streams.topology.Told.allowed;
import static org.chartwarden.streams.topology.Told.decision;
import static org.chartwarden.streams.topology.Told.unexplained;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.model.Decision;
import org.chartwarden.model.Disposition;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.SilenceScope;
import org.chartwarden.service.Counters.Count;
import org.chartwarden.streams.decision.RememberOwner;
import org.chartwarden.streams.decision.RuleOnDisposition;
import org.chartwarden.streams.rule.SampleRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionTest {

    private static final Instant DECIDED = NOW.plus(Duration.ofDays(2));
    private static final Instant AFTER = DECIDED.plusSeconds(1);
    private static final Instant END = NOW.plus(Duration.ofDays(90));

    private Courtroom court;
    private Alert alert;

    @BeforeEach
    void open(@TempDir Path state) {
        court = new Courtroom(state, SampleRules.pack(SampleRules.VIP, SampleRules.CROWD));
        court.hear(vip("a1", 0));
        alert = court.alerts().get(0);
    }

    @AfterEach
    void close() {
        court.close();
    }

    @Test
    void shouldSilenceThePairForItsSpan() {
        court.decide(allowed(alert, SilenceScope.PAIR, DECIDED).build());

        assertThat(silencing("u1", "p1", AFTER)).contains("d-" + DECIDED);
        assertThat(silencing("u1", "p1", NOW)).isPresent();
        assertThat(silencing("u1", "p1", NOW.minusMillis(1))).isEmpty();
        assertThat(silencing("u1", "p1", END.minusMillis(1))).isPresent();
        assertThat(silencing("u1", "p1", END)).isEmpty();
        assertThat(silencing("u1", "p2", AFTER)).isEmpty();
        assertThat(silencing("u2", "p1", AFTER)).isEmpty();
        assertThat(silencing(null, "p1", AFTER)).isEmpty();
    }

    @Test
    void shouldSilenceTheUserWithEveryPatient() {
        court.decide(allowed(alert, SilenceScope.USER, DECIDED).build());

        assertThat(silencing("u1", "p2", AFTER)).isPresent();
        assertThat(silencing("u1", null, AFTER)).isPresent();
        assertThat(silencing("u2", "p1", AFTER)).isEmpty();
    }

    @Test
    void shouldSilenceThePatientForTheDepartments() {
        court.decide(allowed(alert, SilenceScope.PATIENT_AND_DEPARTMENT, DECIDED)
                .setDepartmentIds(List.of("onc", "ort"))
                .build());

        assertThat(silencing("u2", "p1", AFTER)).isPresent();
        assertThat(silencing("u2", "p2", AFTER)).isEmpty();
        assertThat(court.standings().silencing("u2", "p1", List.of("sur"), AFTER))
                .isEmpty();
    }

    @Test
    void shouldConfirmTheViolationOfBothSidesForAYear() {
        court.decide(decision(alert, Decision.VIOLATION_CURIOSITY, DECIDED).build());

        assertThat(court.standings().confirmedOfUser("u1", AFTER)).isEqualTo(1);
        assertThat(court.standings().confirmedOfPatient("p1", AFTER)).isEqualTo(1);
        assertThat(court.standings().confirmedOfUser("u1", DECIDED.minusMillis(1)))
                .isZero();
        assertThat(court.standings().confirmedOfUser("u1", DECIDED.plus(Duration.ofDays(365))))
                .isZero();
        assertThat(court.standings().confirmedOfUser("u2", AFTER)).isZero();
        assertThat(silencing("u1", "p1", AFTER)).isEmpty();
    }

    @Test
    void shouldTakeBackWhatAnEarlierDecisionSaid() {
        court.decide(decision(alert, Decision.VIOLATION_MALICIOUS, DECIDED).build());
        court.alerts();

        court.decide(allowed(alert, SilenceScope.USER, AFTER).build());

        assertThat(court.standings().confirmedOfUser("u1", END)).isZero();
        assertThat(court.standings().confirmedOfPatient("p1", END)).isZero();
        assertThat(silencing("u1", "p1", AFTER)).contains("d-" + AFTER);
        assertThat(court.alerts())
                .extracting(Alert::getStatus, Alert::getDecision)
                .containsExactly(tuple(AlertStatus.CLOSED, Decision.APPROPRIATE));
    }

    @Test
    void shouldIgnoreAnOlderDecisionThatArrivesLater() {
        court.decide(decision(alert, Decision.APPROPRIATE, AFTER).build());
        court.alerts();

        court.decide(decision(alert, Decision.VIOLATION_MALICIOUS, DECIDED).build());

        assertThat(court.standings().confirmedOfUser("u1", END)).isZero();
        assertThat(court.alerts()).isEmpty();
        assertThat(court.deadLetters()).isEmpty();
    }

    @Test
    void shouldDeadLetterADecisionOnAnUnknownAlert() {
        Disposition unknown = Disposition.newBuilder(
                        decision(alert, Decision.VIOLATION_CURIOSITY, DECIDED).build())
                .setAlertId("none")
                .build();

        court.decide(unknown);

        assertThat(court.deadLetters())
                .extracting(DeadLetter::getReason)
                .containsExactly("the operator rule-on-disposition failed on the record"
                        + " (org.chartwarden.streams.decision.UnknownAlertException)");
        assertThat(court.standings().confirmedOfUser("u1", AFTER)).isZero();
        assertThat(court.alerts()).isEmpty();
    }

    @Test
    void shouldRefuseADecisionOnAnAlertAtRestForTooLongAsAWhole() {
        court.wait(Courtroom.GRACE);
        assertThat(court.alerts()).extracting(Alert::getStatus).containsExactly(AlertStatus.OPEN);
        court.wait(Duration.ofDays(400));

        court.decide(allowed(alert, SilenceScope.USER, DECIDED).build());

        assertThat(court.deadLetters())
                .extracting(DeadLetter::getReason)
                .containsExactly("the operator rule-on-disposition failed on the record"
                        + " (org.chartwarden.streams.decision.UnknownAlertException)");
        assertThat(silencing("u1", "p1", AFTER)).isEmpty();
        assertThat(court.alerts()).isEmpty();
    }

    @Test
    void shouldTakeADecisionUntilTheAlertWasAtRestForTooLong() {
        court.wait(Courtroom.GRACE);
        court.alerts();
        court.wait(Duration.ofDays(400).minusMillis(1));

        court.decide(decision(alert, Decision.APPROPRIATE, DECIDED).build());

        assertThat(court.alerts()).extracting(Alert::getStatus).containsExactly(AlertStatus.CLOSED);
        assertThat(court.deadLetters()).isEmpty();
    }

    @Test
    void shouldForgetWhatCanBeDecidedNoMore() {
        court.decide(allowed(alert, SilenceScope.USER, DECIDED).build());
        assertThat(court.size(RememberOwner.STORE)).isEqualTo(1);
        assertThat(court.size(RuleOnDisposition.STORE)).isEqualTo(1);

        court.wait(Duration.ofDays(400));

        assertThat(court.size(RememberOwner.STORE)).isZero();
        assertThat(court.size(RuleOnDisposition.STORE)).isZero();
        assertThat(silencing("u1", "p1", AFTER)).isPresent();
    }

    @Test
    void shouldDeadLetterASilenceOfNobody() {
        court.decide(
                allowed(alert, SilenceScope.PATIENT_AND_DEPARTMENT, DECIDED).build());

        assertThat(court.deadLetters()).hasSize(1);
        assertThat(court.alerts()).isEmpty();
    }

    @Test
    void shouldCloseAPatientsStoryByItsIdAlone() {
        court.hear(opened("b1", "u1"), opened("b2", "u2"), opened("b3", "u3"));
        Alert crowd = court.alerts().get(0);

        court.decide(decision(crowd, Decision.VIOLATION_CURIOSITY, DECIDED)
                .setPatientId(null)
                .build());

        assertThat(court.alerts())
                .extracting(Alert::getRuleId, Alert::getStatus)
                .containsExactly(tuple("crowd", AlertStatus.CLOSED));
        assertThat(court.standings().confirmedOfPatient("p2", AFTER)).isEqualTo(1);
        assertThat(court.standings().confirmedOfUser("u1", AFTER)).isZero();
    }

    @Test
    void shouldRaiseTheScoreByConfirmedViolations() {
        ExplainedAccess next = ExplainedAccess.newBuilder(vip("a2", 1))
                .setUserConfirmedViolations(5)
                .setPatientConfirmedViolations(1)
                .build();

        court.hear(next);

        assertThat(alert.getRiskScore()).isEqualTo(73);
        assertThat(court.alerts()).extracting(Alert::getRiskScore).containsExactly(100);
        assertThat(court.counters.get(Count.ALERT_REVISION)).isEqualTo(2);
    }

    private Optional<String> silencing(String userId, String patientId, Instant time) {
        return court.standings().silencing(userId, patientId, List.of("ort"), time);
    }

    private static ExplainedAccess vip(String eventId, int minute) {
        return unexplained(eventId, "u1", "p1", NOW.plus(Duration.ofMinutes(minute)))
                .setPatientVip(true)
                .build();
    }

    private static ExplainedAccess opened(String eventId, String userId) {
        return unexplained(eventId, userId, "p2", NOW).build();
    }
}
