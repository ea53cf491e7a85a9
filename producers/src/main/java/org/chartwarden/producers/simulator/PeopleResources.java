package org.chartwarden.producers.simulator;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Device.DeviceNameType;
import org.hl7.fhir.r4.model.Device.FHIRDeviceStatus;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.PractitionerRole.DaysOfWeek;
import org.hl7.fhir.r4.model.PractitionerRole.DaysOfWeekEnumFactory;
import org.hl7.fhir.r4.model.PractitionerRole.PractitionerRoleAvailableTimeComponent;
import org.hl7.fhir.r4.model.Resource;

/** The people of the hospital, and its machines, as FHIR R4. */
final class PeopleResources {

    private static final String EMPLOYEE_NUMBERS = "https://hospital.example/employee-number";
    private static final String GEOLOCATION = "http://hl7.org/fhir/StructureDefinition/geolocation";

    private PeopleResources() {}

    static Patient patient(SimulatedPatient simulated) {
        Patient patient = new Patient().setActive(true).addName(FhirTerms.name(simulated.name()));
        patient.setId(simulated.patientId());
        patient.addIdentifier(FhirTerms.recordNumber(simulated.patientId()));
        patient.setBirthDateElement(new DateType(simulated.birthDate().toString()));
        patient.addAddress(address(simulated.home()));
        simulated.death().ifPresent(time -> patient.setDeceased(FhirTerms.dateTime(time)));
        if (simulated.is(SimulatedPatient.Kind.VIP)) {
            patient.getMeta().addSecurity(new Coding(FhirTerms.ACT_CODE, "CEL", "celebrity information sensitivity"));
        }
        simulated.label().ifPresent(code -> patient.getMeta().addSecurity(new Coding(FhirTerms.ACT_CODE, code, null)));
        return patient;
    }

    /** The record as it is after its merge into another (HL7 A40). */
    static Patient merged(SimulatedPatient simulated, SimulatedPatient into) {
        Patient patient = patient(simulated).setActive(false);
        patient.addLink()
                .setOther(FhirTerms.reference("Patient/" + into.patientId(), null))
                .setType(LinkType.REPLACEDBY);
        return patient;
    }

    static Stream<Resource> member(StaffMember member) {
        if (!member.role().human()) {
            return Stream.of(device(member));
        }
        return Stream.concat(
                Stream.of(practitioner(member)),
                member.departments().stream().map(department -> role(member, department)));
    }

    private static Resource device(StaffMember machine) {
        Device device = new Device().setStatus(FHIRDeviceStatus.ACTIVE);
        device.setId(machine.userId());
        device.addDeviceName().setName(machine.name().family()).setType(DeviceNameType.USERFRIENDLYNAME);
        device.setType(new CodeableConcept().setText(machine.role().code()));
        device.setLocation(FhirTerms.location(machine.department()));
        return device;
    }

    private static Resource practitioner(StaffMember member) {
        Practitioner practitioner = new Practitioner().setActive(true).addName(FhirTerms.name(member.name()));
        practitioner.setId(member.userId());
        practitioner.addIdentifier(FhirTerms.identifier("EI", "Employee number", EMPLOYEE_NUMBERS, member.userId()));
        member.ownPatientId().ifPresent(id -> practitioner.addIdentifier(FhirTerms.recordNumber(id)));
        practitioner.addAddress(address(member.home()));
        return practitioner;
    }

    private static Resource role(StaffMember member, Department department) {
        PractitionerRole role = new PractitionerRole().setActive(true);
        role.setId(member.userId() + "-" + department.id());
        role.setPractitioner(FhirTerms.reference(
                "Practitioner/" + member.userId(), member.name().full()));
        role.setOrganization(FhirTerms.reference(FhirTerms.HOSPITAL, FhirTerms.HOSPITAL_NAME));
        role.addCode(FhirTerms.role(member.role()));
        role.addLocation(FhirTerms.location(department));
        Employment employment = member.employment();
        employment.until().ifPresent(end -> role.setPeriod(FhirTerms.period(Instant.EPOCH, Optional.of(end))));
        employment
                .leave()
                .ifPresent(leave -> role.addNotAvailable()
                        .setDescription("Leave")
                        .setDuring(FhirTerms.period(leave.start(), Optional.of(leave.end()))));
        if (employment.shiftsKnown()) {
            role.addAvailableTime(everyDay(member.shift()));
        }
        return role;
    }

    /** The role in which somebody works in another department for one shift. */
    static PractitionerRole lent(Duty duty) {
        StaffMember member = duty.member();
        PractitionerRole role = new PractitionerRole().setActive(true);
        role.setId(member.userId() + "-lent-" + duty.day());
        role.setPractitioner(FhirTerms.reference("Practitioner/" + member.userId(), null));
        role.addCode(FhirTerms.role(member.role()));
        role.addLocation(FhirTerms.location(duty.loan().orElseThrow().department()));
        role.setPeriod(FhirTerms.period(duty.begin(), Optional.of(duty.end())));
        return role;
    }

    private static PractitionerRoleAvailableTimeComponent everyDay(Shift shift) {
        List<Enumeration<DaysOfWeek>> days = Arrays.stream(DaysOfWeek.values())
                .filter(day -> day != DaysOfWeek.NULL)
                .map(day -> new Enumeration<>(new DaysOfWeekEnumFactory(), day))
                .toList();
        return new PractitionerRoleAvailableTimeComponent()
                .setDaysOfWeek(days)
                .setAvailableStartTime(shift.weeklyBegin() + ":00")
                .setAvailableEndTime(shift.weeklyEnd() + ":00");
    }

    private static Address address(Home home) {
        Address address = new Address()
                .addLine(home.number() + " " + home.street())
                .setPostalCode(home.postalCode())
                .setCity(Home.CITY);
        Extension geolocation = address.addExtension().setUrl(GEOLOCATION);
        geolocation.addExtension("latitude", new DecimalType(home.latitude()));
        geolocation.addExtension("longitude", new DecimalType(home.longitude()));
        return address;
    }
}
