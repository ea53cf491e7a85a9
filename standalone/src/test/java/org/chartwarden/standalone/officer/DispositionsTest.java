package org.chartwarden.standalone.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chartwarden.model.Decision;
import org.chartwarden.model.Disposition;
import org.chartwarden.model.SilenceScope;
import org.chartwarden.serde.TrustedClasses;
import org.chartwarden.sink.search.FoundAlert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DispositionsTest {

    static {
        TrustedClasses.ensure();
    }

    private static final Instant NOW = Instant.parse("2026-03-12T09:00:00.123456Z");
    private static final Instant FIRST = Instant.parse("2026-03-10T10:00:00Z");
    private static final FoundAlert ABOUT_A_PAIR = alert(Optional.of("u1"), Optional.of("p1"), List.of("d1"));

    @Test
    void shouldDecideWithoutSilencingAnything() {
        Disposition disposition =
                Dispositions.of(ABOUT_A_PAIR, ruling(Decision.VIOLATION_CURIOSITY, SilenceScope.NOTHING), NOW);

        assertThat(disposition)
                .isEqualTo(Disposition.newBuilder()
                        .setDispositionId(disposition.getDispositionId())
                        .setAlertId("a1")
                        .setRuleId("vip")
                        .setUserId("u1")
                        .setPatientId("p1")
                        .setDecision(Decision.VIOLATION_CURIOSITY)
                        .setDecidedBy("officer-1")
                        .setDecidedAt(Instant.parse("2026-03-12T09:00:00.123Z"))
                        .setNote("talked to the manager")
                        .setSilences(SilenceScope.NOTHING)
                        .setDepartmentIds(List.of())
                        .build());
    }

    @Test
    void shouldSilenceThePatientForTheUsersDepartmentsFromTheFirstAccessOn() {
        Disposition disposition = Dispositions.of(
                ABOUT_A_PAIR, ruling(Decision.DOCUMENTATION_GAP, SilenceScope.PATIENT_AND_DEPARTMENT), NOW);

        assertThat(disposition.getSilences()).isEqualTo(SilenceScope.PATIENT_AND_DEPARTMENT);
        assertThat(disposition.getDepartmentIds()).containsExactly("d1");
        assertThat(disposition.getSilentFrom()).isEqualTo(FIRST);
        assertThat(disposition.getSilentUntil()).isEqualTo(Instant.parse("2026-03-22T09:00:00.123Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "USER, false, true, true, 'This alert cannot silence a user: it is not about one user.'",
        "PAIR, false, true, true, 'This alert cannot silence a pair: it is not about one user.'",
        "PAIR, true, false, true, 'This alert cannot silence a pair: it is not about one patient.'",
        "PATIENT_AND_DEPARTMENT, true, false, true,"
                + " 'This alert cannot silence a patient-department: it is not about one patient.'",
        "PATIENT_AND_DEPARTMENT, true, true, false,"
                + " 'This alert cannot silence a patient-department: it is not about a user whose department is known.'"
    })
    void shouldRefuseToSilenceWhatTheAlertDoesNotName(
            SilenceScope scope, boolean user, boolean patient, boolean department, String message) {
        FoundAlert alert = alert(
                user ? Optional.of("u1") : Optional.empty(),
                patient ? Optional.of("p1") : Optional.empty(),
                department ? List.of("d1") : List.of());

        assertThatThrownBy(() -> Dispositions.of(alert, ruling(Decision.APPROPRIATE, scope), NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @EnumSource(
            value = Decision.class,
            names = {"VIOLATION_UNINTENTIONAL", "VIOLATION_CURIOSITY", "VIOLATION_MALICIOUS"})
    void shouldNotSilenceAViolation(Decision violation) {
        assertThatThrownBy(() -> ruling(violation, SilenceScope.PAIR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A violation silences nothing");
    }

    @ParameterizedTest
    @CsvSource({"PT0S", "P-1D"})
    void shouldNotSilenceForNoTime(Duration silentFor) {
        assertThatThrownBy(() ->
                        new Ruling(Decision.APPROPRIATE, "officer-1", Optional.empty(), SilenceScope.PAIR, silentFor))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("What is silenced must be silent for some time, such as P90D, not " + silentFor + ".");
    }

    private static Ruling ruling(Decision decision, SilenceScope scope) {
        return new Ruling(decision, "officer-1", Optional.of("talked to the manager"), scope, Duration.ofDays(10));
    }

    private static FoundAlert alert(Optional<String> user, Optional<String> patient, List<String> departments) {
        return new FoundAlert("a1", "vip", "open", user, patient, departments, FIRST);
    }
}
