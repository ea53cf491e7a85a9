package org.chartwarden.producers.fhir;

import java.time.ZoneId;
import java.util.List;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.chartwarden.producers.source.Refusal;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentParticipantComponent;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.Reference;

/** FHIR R4 Appointment (12.2) to {@link CareEvent}. */
final class AppointmentMapper {

    private AppointmentMapper() {}

    static CareEvent map(Appointment appointment, ZoneId zone) throws Refusal {
        List<Reference> actors = appointment.getParticipant().stream()
                .filter(participant -> participant.getStatus() != ParticipationStatus.DECLINED)
                .map(AppointmentParticipantComponent::getActor)
                .toList();
        return Care.of(appointment, CareKind.APPOINTMENT, patient(appointment), "Appointment.participant.actor")
                .setStatus(status(appointment))
                .setDepartments(References.departments(References.ofType(actors, References.LOCATION), List.of()))
                .setPractitionerIds(References.practitionerIds(actors))
                .setStart(FhirTimes.start(appointment.getStartElement(), zone, "Appointment.start"))
                .setEnd(FhirTimes.end(appointment.getEndElement(), zone, "Appointment.end"))
                .build();
    }

    /** The one patient, also one who declined: the department has prepared. */
    private static Reference patient(Appointment appointment) throws Refusal {
        List<Reference> patients = References.ofType(
                appointment.getParticipant().stream()
                        .map(AppointmentParticipantComponent::getActor)
                        .toList(),
                References.PATIENT);
        if (patients.size() != 1) {
            throw new Refusal(
                    "Appointment.participant",
                    "names " + patients.size() + " patients; exactly one actor such as Patient/123 is required");
        }
        return patients.get(0);
    }

    /** That the patient did not come undoes nothing: the charts were opened to prepare, and to note it. */
    private static CareStatus status(Appointment appointment) throws Refusal {
        AppointmentStatus status = Care.status(appointment.getStatus(), "Appointment.status", "booked or fulfilled");
        return switch (status) {
            case PROPOSED, PENDING, BOOKED, WAITLIST, NULL -> CareStatus.PLANNED;
            case ARRIVED, CHECKEDIN -> CareStatus.ACTIVE;
            case FULFILLED, NOSHOW -> CareStatus.FINISHED;
            case CANCELLED, ENTEREDINERROR -> CareStatus.CANCELLED;
        };
    }
}
