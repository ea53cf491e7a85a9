package org.chartwarden.standalone.officer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.chartwarden.model.Disposition;
import org.chartwarden.model.SilenceScope;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.search.FoundAlert;
import org.chartwarden.topic.Topics;

/** Writes officers' decisions. */
public final class Dispositions {

    private Dispositions() {}

    /**
     * The decision on an alert, as the topology reads it.
     *
     * @param now when it is decided
     * @throws IllegalArgumentException when what should be silent is not named by the alert
     */
    public static Disposition of(FoundAlert alert, Ruling ruling, Instant now) {
        requireNamed(alert, ruling.silences());
        Instant decidedAt = now.truncatedTo(ChronoUnit.MILLIS);
        boolean silent = ruling.silences() != SilenceScope.NOTHING;
        return Disposition.newBuilder()
                .setDispositionId(UUID.randomUUID().toString())
                .setAlertId(alert.alertId())
                .setRuleId(alert.ruleId())
                .setUserId(alert.userId().orElse(null))
                .setPatientId(alert.patientId().orElse(null))
                .setDecision(ruling.decision())
                .setDecidedBy(ruling.by())
                .setDecidedAt(decidedAt)
                .setNote(ruling.note().orElse(null))
                .setSilences(ruling.silences())
                .setDepartmentIds(
                        ruling.silences() == SilenceScope.PATIENT_AND_DEPARTMENT ? alert.departmentIds() : List.of())
                .setSilentFrom(silent ? alert.firstEventTime() : null)
                .setSilentUntil(silent ? decidedAt.plus(ruling.silentFor()) : null)
                .build();
    }

    private static void requireNamed(FoundAlert alert, SilenceScope scope) {
        switch (scope) {
            case NOTHING -> {
                // needs nobody
            }
            case USER -> require(alert.userId().isPresent(), "user", "one user");
            case PAIR -> {
                require(alert.userId().isPresent(), "pair", "one user");
                require(alert.patientId().isPresent(), "pair", "one patient");
            }
            case PATIENT_AND_DEPARTMENT -> {
                require(alert.patientId().isPresent(), "patient-department", "one patient");
                require(!alert.departmentIds().isEmpty(), "patient-department", "a user whose department is known");
            }
        }
    }

    private static void require(boolean named, String scope, String whom) {
        if (!named) {
            throw new IllegalArgumentException(
                    "This alert cannot silence a " + scope + ": it is not about " + whom + ".");
        }
    }

    /** Returns when Kafka has acknowledged it. */
    public static void write(Settings settings, Disposition disposition) throws InterruptedException {
        OfficerRecords.write(settings, Topics.DISPOSITIONS, disposition.getAlertId(), disposition);
    }
}
