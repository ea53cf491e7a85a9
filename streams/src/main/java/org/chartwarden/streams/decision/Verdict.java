package org.chartwarden.streams.decision;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.chartwarden.model.Disposition;
import org.chartwarden.model.Standing;
import org.chartwarden.model.StandingKind;
import org.chartwarden.streams.state.AlertOwner;

/** What a decision says of the user, the patient, or both. */
final class Verdict {

    private final Disposition disposition;
    private final String userId;
    private final String patientId;
    private final Map<String, Standing> standings = new LinkedHashMap<>();

    private Verdict(Disposition disposition, AlertOwner alert) {
        this.disposition = disposition;
        this.userId = Objects.requireNonNullElse(disposition.getUserId(), orEmpty(alert.getUserId()));
        this.patientId = Objects.requireNonNullElse(disposition.getPatientId(), orEmpty(alert.getPatientId()));
    }

    /**
     * The standings that follow, by their keys.
     *
     * @throws UnusableDispositionException when it silences something that neither it nor the alert names
     */
    static Map<String, Standing> of(Disposition disposition, AlertOwner alert) {
        Verdict verdict = new Verdict(disposition, alert);
        verdict.confirm();
        verdict.allow();
        return verdict.standings;
    }

    private void confirm() {
        switch (disposition.getDecision()) {
            case VIOLATION_UNINTENTIONAL, VIOLATION_CURIOSITY, VIOLATION_MALICIOUS -> {
                if (!userId.isEmpty()) {
                    add(StandingKeys.confirmedUser(userId), confirmed().setUserId(userId));
                }
                if (!patientId.isEmpty()) {
                    add(StandingKeys.confirmedPatient(patientId), confirmed().setPatientId(patientId));
                }
            }
            case APPROPRIATE, DOCUMENTATION_GAP, SELF_ACCESS, UNSUBSTANTIATED, REFERRED, DUPLICATE -> {
                // Confirms no violation.
            }
        }
    }

    private void allow() {
        switch (disposition.getSilences()) {
            case NOTHING -> {
                // Everything stays judged.
            }
            case USER -> {
                require(!userId.isEmpty(), "a user");
                add(StandingKeys.allowedUser(userId), allowed().setUserId(userId));
            }
            case PAIR -> {
                require(!userId.isEmpty() && !patientId.isEmpty(), "a user and a patient");
                add(
                        StandingKeys.allowedPair(userId, patientId),
                        allowed().setUserId(userId).setPatientId(patientId));
            }
            case PATIENT_AND_DEPARTMENT -> {
                boolean named =
                        !patientId.isEmpty() && !disposition.getDepartmentIds().isEmpty();
                require(named, "a patient and departments");
                for (String department : disposition.getDepartmentIds()) {
                    add(
                            StandingKeys.allowedDepartment(patientId, department),
                            allowed().setPatientId(patientId).setDepartmentId(department));
                }
            }
        }
    }

    private Standing.Builder confirmed() {
        return standing(StandingKind.CONFIRMED).setFrom(disposition.getDecidedAt());
    }

    private Standing.Builder allowed() {
        Instant from = disposition.getSilentFrom();
        require(from != null, "silentFrom");
        return standing(StandingKind.ALLOWED).setFrom(from).setUntil(disposition.getSilentUntil());
    }

    private Standing.Builder standing(StandingKind kind) {
        return Standing.newBuilder()
                .setDispositionId(disposition.getDispositionId())
                .setKind(kind);
    }

    private void add(String prefix, Standing.Builder standing) {
        standings.put(StandingKeys.of(prefix, disposition.getAlertId()), standing.build());
    }

    private void require(boolean holds, String missing) {
        if (!holds) {
            throw new UnusableDispositionException(disposition, missing);
        }
    }

    private static String orEmpty(String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
