package org.chartwarden.producers.simulator;

import java.time.Instant;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Resource;

/** The hospital as a FHIR R4 bulk export shows it in the last minute before the day begins. */
final class HospitalResources {

    private final SimulationPlan plan;
    private final Hospital hospital;
    private final Script script;

    /** @param script the people and papers that the stories add */
    HospitalResources(SimulationPlan plan, Hospital hospital, Script script) {
        this.plan = plan;
        this.hospital = hospital;
        this.script = script;
    }

    /** Each resource before those that refer to it. */
    Stream<Resource> resources() {
        Stream<Resource> patients = Stream.concat(hospital.patients().stream(), script.patients().stream())
                .map(PeopleResources::patient);
        Stream<Resource> staff = Stream.concat(hospital.staff().stream(), script.staff().stream())
                .flatMap(PeopleResources::member);
        Stream<Resource> visits = hospital.visits().stream().map(visit -> encounter(visit, plan.begin()));
        return Stream.of(places(), patients, staff, visits, script.filedPapers().stream())
                .flatMap(all -> all)
                .map(FhirTerms::marked);
    }

    static Stream<Resource> places() {
        return Stream.concat(
                Stream.of(organization()), Stream.of(Department.values()).map(HospitalResources::location));
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

    /** @param asOf when the record was written */
    static Resource encounter(Visit visit, Instant asOf) {
        Encounter encounter = new Encounter().setStatus(status(visit, asOf));
        encounter.setId(visit.visitId());
        encounter.setClass_(
                new Coding().setSystem(FhirTerms.ACT_CODE).setCode(visit.kind().classCode()));
        encounter.setSubject(FhirTerms.reference("Patient/" + visit.patientId(), null));
        encounter.setPeriod(FhirTerms.period(visit.start(), visit.end()));
        encounter.setServiceProvider(FhirTerms.reference(FhirTerms.HOSPITAL, FhirTerms.HOSPITAL_NAME));
        encounter.addLocation().setLocation(FhirTerms.location(visit.department()));
        for (String practitionerId : visit.practitionerIds()) {
            encounter.addParticipant().setIndividual(FhirTerms.reference("Practitioner/" + practitionerId, null));
        }
        return encounter;
    }

    private static EncounterStatus status(Visit visit, Instant asOf) {
        if (visit.start().isAfter(asOf)) {
            return EncounterStatus.PLANNED;
        }
        boolean over = visit.end().filter(end -> end.isBefore(asOf)).isPresent();
        return over ? EncounterStatus.FINISHED : EncounterStatus.INPROGRESS;
    }
}
