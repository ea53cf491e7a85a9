package org.chartwarden.producers.simulator;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/** Codes and data types that the simulated resources share. */
final class FhirTerms {

    /** The hospital: the only Organization. */
    static final String HOSPITAL = "Organization/hospital";

    static final String HOSPITAL_NAME = "Simulated General Hospital";
    static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    static final String ACT_REASON = "http://terminology.hl7.org/CodeSystem/v3-ActReason";

    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    private FhirTerms() {}

    /** Marks the resource as test health data, so that nobody can take it for a real person's. */
    static void markAsTestData(Meta meta) {
        meta.addSecurity(new Coding(ACT_REASON, "HTEST", "test health data"));
    }

    static CodeableConcept concept(String system, String code, String display) {
        return new CodeableConcept(new Coding(system, code, display));
    }

    static Reference reference(String target, String display) {
        return new Reference(target).setDisplay(display);
    }

    static HumanName name(PersonName name) {
        return new HumanName()
                .setUse(HumanName.NameUse.OFFICIAL)
                .setFamily(name.family())
                .addGiven(name.given());
    }

    /** Always in UTC: the machine's own time zone must not show in the output. */
    static Period period(Instant start, Optional<Instant> end) {
        Period period = new Period().setStart(Date.from(start));
        period.getStartElement().setTimeZone(UTC);
        end.ifPresent(instant -> {
            period.setEnd(Date.from(instant));
            period.getEndElement().setTimeZone(UTC);
        });
        return period;
    }

    static InstantType instant(Instant time) {
        return new InstantType(Date.from(time), TemporalPrecisionEnum.MILLI, UTC);
    }
}
