package org.chartwarden.standalone.check;

import java.time.Instant;
import java.util.List;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.Severity;
import org.chartwarden.model.Subject;
import org.chartwarden.serde.TrustedClasses;

/** Alerts of which a test needs only a little. */
public final class Alerts {

    static {
        TrustedClasses.ensure();
    }

    private static final Instant TIME = Instant.parse("2026-03-10T10:00:00Z");

    private Alerts() {}

    /**
     * One access of one user; its id is made of rule and user.
     *
     * @param patient null when the story spans patients
     */
    public static Alert alert(String rule, String user, String patient) {
        return builder(rule, rule + user)
                .setSubject(Subject.USER)
                .setUserId(user)
                .setPatientId(patient)
                .build();
    }

    /** What many did to one record; its id is made of rule and patient. */
    public static Alert patientAlert(String rule, String patient) {
        return builder(rule, rule + patient)
                .setSubject(Subject.PATIENT)
                .setPatientId(patient)
                .setInvolvedUserIds(List.of("u7", "u8"))
                .build();
    }

    /** Every field without a default. */
    private static Alert.Builder builder(String rule, String id) {
        return Alert.newBuilder()
                .setAlertId(id)
                .setRevision(1)
                .setStatus(AlertStatus.OPEN)
                .setSeverity(Severity.HIGH)
                .setRiskScore(73)
                .setRuleId(rule)
                .setRuleVersion(1)
                .setRuleName(rule)
                .setFirstEventTime(TIME)
                .setLastEventTime(TIME)
                .setEventCount(1)
                .setEventIds(List.of("e"))
                .setReasons(List.of());
    }
}
