package org.chartwarden.producers.fhir;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import org.chartwarden.model.Patient;
import org.chartwarden.producers.source.Refusal;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Patient.PatientLinkComponent;

/** FHIR R4 Patient (8.1) to {@link Patient}. */
final class PatientMapper {

    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final Set<String> VIP = Set.of("CEL", "VIP");

    private PatientMapper() {}

    /** @param zone the site's, in which a date without a time is a day */
    static Patient map(org.hl7.fhir.r4.model.Patient patient, ZoneId zone) throws Refusal {
        HumanName name = Text.name(patient.getName());
        return Patient.newBuilder()
                .setPatientId(ResourceIds.required(patient))
                .setFamilyName(Text.familyName(name))
                .setGivenName(Text.givenNames(name))
                .setBirthDate(birthDate(patient.getBirthDateElement()))
                .setVip(patient.getMeta().getSecurity().stream().anyMatch(PatientMapper::marksVip))
                .setSecurityLabels(
                        Text.codes(patient.getMeta().getSecurity()).distinct().toList())
                .setDeceased(deceased(patient))
                .setDeceasedAt(deceasedAt(patient, zone))
                .setAddress(Addresses.home(patient.getAddress(), "Patient.address"))
                .setReplacedBy(replacedBy(patient))
                .setUpdatedAt(FhirTimes.updatedAt(patient))
                .build();
    }

    private static boolean marksVip(Coding label) {
        return ACT_CODE.equals(label.getSystem())
                && Text.present(label.getCode()).filter(VIP::contains).isPresent();
    }

    /** Null unless given to the day. */
    private static LocalDate birthDate(DateType date) {
        return date.getValue() != null && date.getPrecision() == TemporalPrecisionEnum.DAY
                ? LocalDate.parse(date.getValueAsString())
                : null;
    }

    private static boolean deceased(org.hl7.fhir.r4.model.Patient patient) {
        return patient.getDeceased() instanceof BooleanType flag ? flag.booleanValue() : patient.hasDeceased();
    }

    /** Null unless given to the day: "died in 2026" must not read as months ago. */
    private static Instant deceasedAt(org.hl7.fhir.r4.model.Patient patient, ZoneId zone) throws Refusal {
        return patient.getDeceased() instanceof DateTimeType time
                        && time.getValue() != null
                        && time.getPrecision().compareTo(TemporalPrecisionEnum.DAY) >= 0
                ? FhirTimes.start(time, zone, "Patient.deceasedDateTime")
                : null;
    }

    /**
     * The record that this one was merged into; null when it was not. That the survivor says that it replaces another
     * tells nothing here: a record of the other one would have to be made up, and would take away its name.
     *
     * @throws Refusal when that is not said clearly: a wrong merge would move accesses and care to another patient
     */
    private static String replacedBy(org.hl7.fhir.r4.model.Patient patient) throws Refusal {
        Set<String> survivors = new TreeSet<>();
        for (int index = 0; index < patient.getLink().size(); index++) {
            PatientLinkComponent link = patient.getLink().get(index);
            if (link.getType() == LinkType.REPLACEDBY) {
                survivors.add(References.patientId(link.getOther(), "Patient.link[" + index + "].other"));
            }
        }
        if (survivors.size() > 1 || survivors.contains(ResourceIds.required(patient))) {
            throw new Refusal("Patient.link", "of type replaced-by must name one record, and not the patient's own");
        }
        return survivors.stream().findFirst().orElse(null);
    }
}
