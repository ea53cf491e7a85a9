package org.chartwarden.producers.fhir;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.LocalDate;
import java.util.Set;
import org.chartwarden.model.Patient;
import org.chartwarden.producers.reader.Refusal;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.HumanName;

/** FHIR R4 Patient (8.1) to {@link Patient}. */
final class PatientMapper {

    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final Set<String> VIP = Set.of("CEL", "VIP");

    private PatientMapper() {}

    static Patient map(org.hl7.fhir.r4.model.Patient patient) throws Refusal {
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
                .build();
    }

    private static boolean marksVip(Coding label) {
        return ACT_CODE.equals(label.getSystem()) && VIP.contains(label.getCode());
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
}
