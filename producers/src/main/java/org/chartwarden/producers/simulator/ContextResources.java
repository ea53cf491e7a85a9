package org.chartwarden.producers.simulator;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;

/** The hospital as a FHIR R4 bulk export shows it in the last minute before the day begins. */
final class ContextResources {

    private static final String IDENTIFIER_TYPE = "http://terminology.hl7.org/CodeSystem/v2-0203";
    private static final String RECORD_NUMBERS = "https://hospital.example/record-number";
    private static final String EMPLOYEE_NUMBERS = "https://hospital.example/employee-number";

    private final SimulationPlan plan;
    private final Hospital hospital;

    ContextResources(SimulationPlan plan, Hospital hospital) {
        this.plan = plan;
        this.hospital = hospital;
    }

    /** Each resource before those that refer to it. */
    Stream<Resource> resources() {
        Stream<Resource> places = Stream.concat(
                Stream.of(organization()), Stream.of(Department.values()).map(ContextResources::location));
        Stream<Resource> people = Stream.concat(
                hospital.patients().stream().map(ContextResources::patient),
                hospital.staff().stream().flatMap(ContextResources::member));
        Stream<Resource> visits = hospital.visits().stream().map(this::encounter);
        return Stream.of(places, people, visits).flatMap(all -> all).map(ContextResources::marked);
    }

    private static Resource marked(Resource resource) {
        FhirTerms.markAsTestData(resource.getMeta());
        return resource;
    }

    private static Resource organization() {
        Organization organization = new Organization().setActive(true).setName(FhirTerms.HOSPITAL_NAME);
        organization.setId(FhirTerms.HOSPITAL);
        return organization;
    }

    private static Resource location(Department department) {
        Location location = new Location().setName(department.title());
        location.setManagingOrganization(FhirTerms.reference(FhirTerms.HOSPITAL, FhirTerms.HOSPITAL_NAME));
        location.setId(department.id());
        return location;
    }

    private static Resource patient(SimulatedPatient simulated) {
        Patient patient = new Patient().setActive(true).addName(FhirTerms.name(simulated.name()));
        patient.setId(simulated.patientId());
        patient.addIdentifier(recordNumber(simulated.patientId()));
        patient.setBirthDateElement(new DateType(simulated.birthDate().toString()));
        if (simulated.is(SimulatedPatient.Kind.VIP)) {
            patient.getMeta().addSecurity(new Coding(FhirTerms.ACT_CODE, "CEL", "celebrity information sensitivity"));
        }
        return patient;
    }

    private static Stream<Resource> member(StaffMember member) {
        Stream<Resource> roles = member.departments().stream().map(department -> role(member, department));
        return Stream.concat(Stream.of(practitioner(member)), roles);
    }

    private static Resource practitioner(StaffMember member) {
        Practitioner practitioner = new Practitioner().setActive(true).addName(FhirTerms.name(member.name()));
        practitioner.setId(member.userId());
        practitioner.addIdentifier(identifier("EI", "Employee number", EMPLOYEE_NUMBERS, member.userId()));
        member.ownPatientId().ifPresent(id -> practitioner.addIdentifier(recordNumber(id)));
        return practitioner;
    }

    private static Resource role(StaffMember member, Department department) {
        PractitionerRole role = new PractitionerRole().setActive(true);
        role.setId(member.userId() + "-" + department.id());
        role.setPractitioner(FhirTerms.reference(
                "Practitioner/" + member.userId(), member.name().full()));
        role.setOrganization(FhirTerms.reference(FhirTerms.HOSPITAL, FhirTerms.HOSPITAL_NAME));
        role.addCode(FhirTerms.concept(
                Role.SYSTEM, member.role().code(), member.role().display()));
        role.addLocation(FhirTerms.reference("Location/" + department.id(), department.title()));
        return role;
    }

    private Resource encounter(Visit visit) {
        Encounter encounter = new Encounter().setStatus(status(visit));
        encounter.setId(visit.visitId());
        encounter.setClass_(
                new Coding().setSystem(FhirTerms.ACT_CODE).setCode(visit.kind().classCode()));
        encounter.setSubject(FhirTerms.reference("Patient/" + visit.patientId(), null));
        encounter.setPeriod(FhirTerms.period(visit.start(), visit.end()));
        encounter.setServiceProvider(FhirTerms.reference(FhirTerms.HOSPITAL, FhirTerms.HOSPITAL_NAME));
        encounter
                .addLocation()
                .setLocation(FhirTerms.reference(
                        "Location/" + visit.department().id(),
                        visit.department().title()));
        for (String practitionerId : visit.practitionerIds()) {
            encounter.addParticipant().setIndividual(FhirTerms.reference("Practitioner/" + practitionerId, null));
        }
        return encounter;
    }

    private EncounterStatus status(Visit visit) {
        if (visit.start().isAfter(plan.begin())) {
            return EncounterStatus.PLANNED;
        }
        boolean over = visit.end().filter(end -> end.isBefore(plan.begin())).isPresent();
        return over ? EncounterStatus.FINISHED : EncounterStatus.INPROGRESS;
    }

    private static Identifier recordNumber(String patientId) {
        return identifier("MR", "Medical record number", RECORD_NUMBERS, patientId);
    }

    private static Identifier identifier(String type, String display, String system, String value) {
        return new Identifier()
                .setType(FhirTerms.concept(IDENTIFIER_TYPE, type, display))
                .setSystem(system)
                .setValue(value);
    }
}
