package org.chartwarden.streams.decision;

/** How standings are keyed: by what they are about, so that one scan finds all about it, then by the alert. */
final class StandingKeys {

    private static final char END = '\0';

    private StandingKeys() {}

    static String allowedUser(String userId) {
        return join("allowed-user", userId);
    }

    static String allowedPair(String userId, String patientId) {
        return join("allowed-pair", userId, patientId);
    }

    static String allowedDepartment(String patientId, String departmentId) {
        return join("allowed-department", patientId, departmentId);
    }

    static String confirmedUser(String userId) {
        return join("confirmed-user", userId);
    }

    static String confirmedPatient(String patientId) {
        return join("confirmed-patient", patientId);
    }

    /** A key that a prefix ends in: the newest decision of an alert replaces the earlier one. */
    static String of(String prefix, String alertId) {
        return prefix + alertId;
    }

    private static String join(String... parts) {
        return String.join(String.valueOf(END), parts) + END;
    }
}
