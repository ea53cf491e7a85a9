package org.chartwarden.streams.context;

import java.time.Instant;
import java.util.List;
import org.chartwarden.model.WorkforceMember;

/**
 * The keys under which the store holds each source record: by its own id, by its user, and by the user's own record as
 * a patient. Ids never hold the separator.
 */
final class WorkforceKeys implements IndexKeeper.Index<WorkforceMember> {

    private static final char END = '\0';

    @Override
    public String record(String recordId) {
        return "record" + END + recordId;
    }

    @Override
    public List<String> others(WorkforceMember member) {
        String user = usersPrefix(member.getUserId()) + member.getRecordId();
        String patient = member.getPatientId();
        return patient == null ? List.of(user) : List.of(user, patientsPrefix(patient) + member.getRecordId());
    }

    @Override
    public Instant updatedAt(WorkforceMember member) {
        return member.getUpdatedAt();
    }

    static String usersPrefix(String userId) {
        return "user" + END + userId + END;
    }

    static String patientsPrefix(String patientId) {
        return "patient" + END + patientId + END;
    }
}
