package org.chartwarden.producers.fhir;

import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.producers.source.VersionTimes;
import org.chartwarden.serde.TrustedClasses;
import org.chartwarden.topic.Topics;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.ResearchSubject;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;

/**
 * Reads the FHIR R4 resources that tell who the patients are, who treats them, who is related to them and who works
 * where. Location and Organization, which every bulk export has too, are understood but not needed: references to them
 * carry their names. So are what Bundles hold beside records: OperationOutcome in a search's result, MessageHeader in a
 * message.
 */
public final class ContextReader implements RecordReader {

    static {
        TrustedClasses.ensure();
    }

    private static final Set<String> BESIDE_RECORDS = Set.of("OperationOutcome", "MessageHeader");

    private final FhirReader reader = new FhirReader();
    private final Clock clock;
    private final ZoneId zone;
    private final Map<String, Step<FhirReader.Unparsed, List<Outgoing<?>>>> types = new HashMap<>();

    /** A part of the way from the resource to the record. */
    @FunctionalInterface
    private interface Step<T, R> {
        R apply(T input) throws Refusal;
    }

    /**
     * @param clock tells whether a version can be from now
     * @param zone the site's time zone, in which a date without a time is a day
     */
    public ContextReader(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
        read(Patient.class, this::patient);
        member(Practitioner.class, PractitionerMapper::map);
        member(PractitionerRole.class, role -> PractitionerRoleMapper.map(role, zone));
        member(Device.class, DeviceMapper::map);
        cares(Encounter.class, encounter -> EncounterMapper.map(encounter, zone));
        care(Appointment.class, AppointmentMapper::map);
        cares(CareTeam.class, team -> CareTeamMapper.map(team, zone));
        care(ServiceRequest.class, ServiceRequestMapper::map);
        care(MedicationRequest.class, MedicationRequestMapper::map);
        care(ResearchSubject.class, ResearchSubjectMapper::map);
        care(RelatedPerson.class, RelatedPersonMapper::map);
        ignore(Location.class);
        ignore(Organization.class);
    }

    @Override
    public String feed() {
        return FhirFeed.CONTEXT;
    }

    @Override
    public List<Outgoing<?>> read(byte[] raw) throws Refusal {
        FhirReader.Unparsed resource = reader.identify(raw, types.keySet(), BESIDE_RECORDS);
        return BESIDE_RECORDS.contains(resource.type())
                ? List.of()
                : types.get(resource.type()).apply(resource);
    }

    private Outgoing<?> patient(Patient resource) throws Refusal {
        org.chartwarden.model.Patient patient = PatientMapper.map(resource, zone);
        return new Outgoing<>(Topics.PATIENTS, patient.getPatientId(), patient);
    }

    private <T extends Resource> void member(Class<T> type, Step<T, WorkforceMember> mapper) {
        read(type, resource -> {
            WorkforceMember member = mapper.apply(resource);
            return new Outgoing<>(Topics.WORKFORCE, member.getRecordId(), member);
        });
    }

    private <T extends Resource> void care(Class<T> type, Care.Mapper<T> mapper) {
        cares(type, resource -> List.of(mapper.map(resource, zone)));
    }

    private <T extends Resource> void cares(Class<T> type, Step<T, List<CareEvent>> mapper) {
        readAll(
                type,
                resource -> mapper.apply(resource).stream()
                        .<Outgoing<?>>map(care -> new Outgoing<>(Topics.CARE, care.getPatientId(), care))
                        .toList());
    }

    private <T extends Resource> void read(Class<T> type, Step<T, Outgoing<?>> mapper) {
        readAll(type, resource -> List.of(mapper.apply(resource)));
    }

    private <T extends Resource> void readAll(Class<T> type, Step<T, List<Outgoing<?>>> mapper) {
        types.put(type.getSimpleName(), unparsed -> {
            T resource = reader.parse(unparsed, type);
            VersionTimes.requirePlausible(
                    resource.fhirType() + ".meta.lastUpdated", FhirTimes.updatedAt(resource), clock);
            return mapper.apply(resource);
        });
    }

    private void ignore(Class<? extends Resource> type) {
        types.put(type.getSimpleName(), resource -> List.of());
    }
}
