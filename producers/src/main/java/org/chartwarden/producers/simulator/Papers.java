package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;

/** The paperwork of the stories as FHIR R4: what ties staff to patients. Ids are given in turn. */
final class Papers {

    private static final String SNOMED = "http://snomed.info/sct";
    private static final Duration APPOINTMENT_LENGTH = Duration.ofMinutes(30);

    private int papers;

    /** @param known how many ids are taken */
    Papers(int known) {
        this.papers = known;
    }

    /** A stay or a visit that lasts until it ends. */
    Encounter encounter(
            SimulatedPatient patient, Department where, Instant start, Optional<Instant> end, StaffMember... named) {
        Encounter encounter = new Encounter()
                .setStatus(end.isPresent() ? EncounterStatus.FINISHED : EncounterStatus.INPROGRESS)
                .setClass_(new Coding().setSystem(FhirTerms.ACT_CODE).setCode("IMP"))
                .setSubject(subject(patient))
                .setPeriod(FhirTerms.period(start, end));
        encounter.setServiceProvider(FhirTerms.reference(FhirTerms.HOSPITAL, FhirTerms.HOSPITAL_NAME));
        encounter.addLocation().setLocation(FhirTerms.location(where));
        for (StaffMember member : named) {
            encounter.addParticipant().setIndividual(practitioner(member));
        }
        return numbered(encounter);
    }

    /** The same encounter, which never took place (HL7 A11). */
    Encounter cancelled(Encounter encounter) {
        return encounter.copy().setStatus(EncounterStatus.CANCELLED);
    }

    Appointment appointment(SimulatedPatient patient, Department where, Instant start) {
        Appointment appointment = new Appointment().setStatus(AppointmentStatus.BOOKED);
        appointment.setStart(Date.from(start)).setEnd(Date.from(start.plus(APPOINTMENT_LENGTH)));
        appointment.getStartElement().setTimeZone(FhirTerms.UTC);
        appointment.getEndElement().setTimeZone(FhirTerms.UTC);
        appointment.addParticipant().setActor(subject(patient)).setStatus(ParticipationStatus.ACCEPTED);
        appointment.addParticipant().setActor(FhirTerms.location(where)).setStatus(ParticipationStatus.ACCEPTED);
        return numbered(appointment);
    }

    CareTeam careTeam(SimulatedPatient patient, StaffMember member, Instant start) {
        CareTeam team = new CareTeam()
                .setStatus(CareTeamStatus.ACTIVE)
                .setSubject(subject(patient))
                .setPeriod(FhirTerms.period(start, Optional.empty()));
        team.addParticipant().setMember(practitioner(member));
        return numbered(team);
    }

    /** What is ordered, as ServiceRequest.category. */
    enum Ordered {
        TREATMENT("387713003", "Surgical procedure"),
        LABORATORY("108252007", "Laboratory procedure"),
        IMAGING("363679005", "Imaging"),
        REFERRAL("3457005", "Patient referral");

        private final String code;
        private final String display;

        Ordered(String code, String display) {
            this.code = code;
            this.display = display;
        }
    }

    /** Somebody asks a department to do something. */
    ServiceRequest order(
            Ordered what, SimulatedPatient patient, StaffMember requester, Department performer, Instant time) {
        ServiceRequest order = new ServiceRequest()
                .setStatus(ServiceRequest.ServiceRequestStatus.ACTIVE)
                .setIntent(ServiceRequest.ServiceRequestIntent.ORDER)
                .setSubject(subject(patient))
                .setRequester(practitioner(requester))
                .addLocationReference(FhirTerms.location(performer))
                .addCategory(FhirTerms.concept(SNOMED, what.code, what.display));
        order.setAuthoredOnElement(FhirTerms.dateTime(time));
        return numbered(order);
    }

    MedicationRequest prescription(SimulatedPatient patient, StaffMember requester, Instant time) {
        MedicationRequest prescription = new MedicationRequest()
                .setStatus(MedicationRequest.MedicationRequestStatus.ACTIVE)
                .setIntent(MedicationRequest.MedicationRequestIntent.ORDER)
                .setMedication(new CodeableConcept().setText("paracetamol"))
                .setSubject(subject(patient))
                .setRequester(practitioner(requester));
        prescription.setAuthoredOnElement(FhirTerms.dateTime(time));
        return numbered(prescription);
    }

    /** The relative is a patient of the hospital too, under that id. */
    RelatedPerson relative(SimulatedPatient patient, String relativePatientId) {
        RelatedPerson relative = new RelatedPerson().setActive(true).setPatient(subject(patient));
        relative.addIdentifier(FhirTerms.recordNumber(relativePatientId));
        return numbered(relative);
    }

    private <R extends Resource> R numbered(R resource) {
        papers++;
        resource.setId("s" + papers);
        return resource;
    }

    private static Reference subject(SimulatedPatient patient) {
        return FhirTerms.reference("Patient/" + patient.patientId(), null);
    }

    private static Reference practitioner(StaffMember member) {
        return FhirTerms.reference("Practitioner/" + member.userId(), null);
    }
}
