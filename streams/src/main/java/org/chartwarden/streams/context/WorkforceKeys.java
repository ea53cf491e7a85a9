package org.chartwarden.streams.context;

import org.chartwarden.model.WorkforceMember;

/**
 * The keys under which the store holds each source record: by its own id, by its user, and by the user's own record as
 * a patient. Ids never hold the separator.
 */
final class WorkforceKeys {

    private static final char END = '\0';

    private WorkforceKeys() {}

    static String record(String recordId) {
        return "record" + END + recordId;
    }

    static String user(WorkforceMember member) {
        return usersPrefix(member.getUserId()) + member.getRecordId();
    }

    static String patient(WorkforceMember member) {
        return patientsPrefix(member.getPatientId()) + member.getRecordId();
    }

    static String usersPrefix(String userId) {
        return "user" + END + userId + END;
    }

    static String patientsPrefix(String patientId) {
        return "patient" + END + patientId + END;
    }
}
