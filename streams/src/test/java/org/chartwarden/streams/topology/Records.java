package org.chartwarden.streams.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Action;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.chartwarden.model.Department;
import org.chartwarden.model.Outcome;
import org.chartwarden.model.Patient;
import org.chartwarden.model.WorkforceMember;

/** Plain records to start from. */
final class Records {

    static final Department ONCOLOGY = new Department("onc", "Oncology");
    static final Department ORTHOPAEDICS = new Department("ort", "Orthopaedics");

    private Records() {}

    /** A successful reading of the patient's record. */
    static AccessEvent.Builder access(String eventId, String userId, String patientId, Instant time) {
        return AccessEvent.newBuilder()
                .setEventId(eventId)
                .setTime(time)
                .setReceivedAt(time.plus(Duration.ofSeconds(5)))
                .setAction(Action.R)
                .setCategory(AccessCategory.RECORD)
                .setOutcome(Outcome.SUCCESS)
                .setUserId(userId)
                .setPatientId(patientId);
    }

    static Patient patient(String patientId, boolean vip) {
        return Patient.newBuilder().setPatientId(patientId).setVip(vip).build();
    }

    /** A visit that began an hour before and lasts. */
    static CareEvent.Builder encounter(String careId, String patientId, Department department) {
        return CareEvent.newBuilder()
                .setCareId(careId)
                .setPatientId(patientId)
                .setKind(CareKind.ENCOUNTER)
                .setStatus(CareStatus.ACTIVE)
                .setDepartments(List.of(department))
                .setStart(Hospital.NOW.minus(Duration.ofHours(1)));
    }

    /** Any other piece of care, of now. */
    static CareEvent.Builder care(CareKind kind, String careId, String patientId) {
        return CareEvent.newBuilder()
                .setCareId(careId)
                .setPatientId(patientId)
                .setKind(kind)
                .setStatus(CareStatus.ACTIVE)
                .setStart(Hospital.NOW.minus(Duration.ofHours(1)));
    }

    static WorkforceMember.Builder staff(String recordId, String userId, Department... departments) {
        return WorkforceMember.newBuilder()
                .setRecordId(recordId)
                .setUserId(userId)
                .setDepartments(List.of(departments));
    }
}
