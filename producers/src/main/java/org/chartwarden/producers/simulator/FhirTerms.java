package org.chartwarden.producers.simulator;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Codes and data types that the simulated resources share. */
final class FhirTerms {

    /** The hospital: the only Organization. */
    static final String HOSPITAL = "Organization/hospital";

    static final String HOSPITAL_NAME = "Simulated General Hospital";
    static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    static final String ACT_REASON = "http://terminology.hl7.org/CodeSystem/v3-ActReason";

    private static final String IDENTIFIER_TYPE = "http://terminology.hl7.org/CodeSystem/v2-0203";
    private static final String RECORD_NUMBERS = "https://hospital.example/record-number";
    static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    private FhirTerms() {}

    static Resource marked(Resource resource) {
        markAsTestData(resource.getMeta());
        return resource;
    }

    /** Marks the resource as test health data, so that nobody can take it for a real person's. */
    static void markAsTestData(Meta meta) {
        if (meta.getSecurity(ACT_REASON, "HTEST") != null) {
            return;
        }
        meta.addSecurity(new Coding(ACT_REASON, "HTEST", "test health data"));
    }

    static CodeableConcept concept(String system, String code, String display) {
        return new CodeableConcept(new Coding(system, code, display));
    }

    static CodeableConcept role(Role role) {
        return concept(role.system(), role.code(), role.display());
    }

    /** Whom an AuditEvent names: a person, or a machine that has an account. */
    static String account(StaffMember member) {
        return (member.role().human() ? "Practitioner/" : "Device/") + member.userId();
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

    static Reference location(Department department) {
        return reference("Location/" + department.id(), department.title());
    }

    static Identifier recordNumber(String patientId) {
        return identifier("MR", "Medical record number", RECORD_NUMBERS, patientId);
    }

    static Identifier identifier(String type, String display, String system, String value) {
        return new Identifier()
                .setType(concept(IDENTIFIER_TYPE, type, display))
                .setSystem(system)
                .setValue(value);
    }

    static DateTimeType dateTime(Instant time) {
        return new DateTimeType(Date.from(time), TemporalPrecisionEnum.SECOND, UTC);
    }

    static InstantType instant(Instant time) {
        return new InstantType(Date.from(time), TemporalPrecisionEnum.MILLI, UTC);
    }
}
