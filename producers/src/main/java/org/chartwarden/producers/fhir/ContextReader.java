package org.chartwarden.producers.fhir;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    /** How far a source's clock may be ahead of ours. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofHours(24);

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
     * @param clock tells whether a team's member has left, and whether a version can be from now
     * @param zone the site's time zone, in which a date without a time is a day
     */
    public ContextReader(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
        read(Patient.class, this::patient);
        member(Practitioner.class, PractitionerMapper::map);
        member(PractitionerRole.class, role -> PractitionerRoleMapper.map(role, zone));
        member(Device.class, DeviceMapper::map);
        care(Encounter.class, EncounterMapper::map);
        care(Appointment.class, AppointmentMapper::map);
        care(CareTeam.class, (team, siteZone) -> CareTeamMapper.map(team, siteZone, clock.instant()));
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
        read(type, resource -> {
            CareEvent care = mapper.map(resource, zone);
            return new Outgoing<>(Topics.CARE, care.getPatientId(), care);
        });
    }

    private <T extends Resource> void read(Class<T> type, Step<T, Outgoing<?>> mapper) {
        types.put(type.getSimpleName(), unparsed -> {
            T resource = reader.parse(unparsed, type);
            requirePlausible(resource);
            return List.of(mapper.apply(resource));
        });
    }

    /** An older version never replaces a newer one, so that one from the future would stay for ever. */
    private void requirePlausible(Resource resource) throws Refusal {
        Instant updatedAt = FhirTimes.updatedAt(resource);
        if (updatedAt != null && updatedAt.isAfter(clock.instant().plus(CLOCK_TOLERANCE))) {
            throw new Refusal(
                    resource.fhirType() + ".meta.lastUpdated",
                    "is more than " + CLOCK_TOLERANCE.toHours() + " hours in the future; no later version would ever"
                            + " replace it. Correct the clock of the source");
        }
    }

    private void ignore(Class<? extends Resource> type) {
        types.put(type.getSimpleName(), resource -> List.of());
    }
}
