package org.chartwarden.producers.fhir;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.producers.reader.Outgoing;
import org.chartwarden.producers.reader.RecordReader;
import org.chartwarden.producers.reader.Refusal;
import org.chartwarden.topic.Topics;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;

/**
 * Reads the FHIR R4 resources that tell who the patients are, who treats them and who works where. Location and
 * Organization, which every bulk export has too, are understood but not needed: references to them carry their names.
 */
public final class ContextReader implements RecordReader {

    private static final Set<String> TYPES =
            Set.of("Patient", "Encounter", "Practitioner", "PractitionerRole", "Location", "Organization");

    private final FhirReader reader = new FhirReader();
    private final ZoneId zone;

    /** @param zone the site's time zone, in which a date without a time is a day */
    public ContextReader(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public Optional<Outgoing<?>> read(byte[] raw) throws Refusal {
        FhirReader.Unparsed resource = reader.identify(raw, TYPES);
        return switch (resource.type()) {
            case "Patient" -> Optional.of(patient(reader.parse(resource, Patient.class)));
            case "Encounter" -> Optional.of(care(reader.parse(resource, Encounter.class)));
            case "Practitioner" -> Optional.of(member(WorkforceMapper.map(reader.parse(resource, Practitioner.class))));
            case "PractitionerRole" ->
                Optional.of(member(WorkforceMapper.map(reader.parse(resource, PractitionerRole.class))));
            default -> Optional.empty();
        };
    }

    private static Outgoing<?> patient(Patient resource) throws Refusal {
        org.chartwarden.model.Patient patient = PatientMapper.map(resource);
        return new Outgoing<>(Topics.PATIENTS, patient.getPatientId(), patient);
    }

    private Outgoing<?> care(Encounter resource) throws Refusal {
        CareEvent care = EncounterMapper.map(resource, zone);
        return new Outgoing<>(Topics.CARE, care.getPatientId(), care);
    }

    private static Outgoing<?> member(WorkforceMember member) {
        return new Outgoing<>(Topics.WORKFORCE, member.getRecordId(), member);
    }
}
