package org.chartwarden.producers.fhir;

import java.time.ZoneId;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.chartwarden.producers.source.Refusal;
import org.hl7.fhir.r4.model.RelatedPerson;

/**
 * FHIR R4 RelatedPerson (8.2) to {@link CareEvent}: kinship, by the relative's own record number. It explains no access,
 * but tells of a private interest in one.
 */
final class RelatedPersonMapper {

    private RelatedPersonMapper() {}

    static CareEvent map(RelatedPerson person, ZoneId zone) throws Refusal {
        Span period = Span.of(person.getPeriod(), zone, "RelatedPerson.period");
        // FHIR has no other way to say that the record was made in error.
        boolean withdrawn = person.hasActive() && !person.getActive();
        return Care.of(person, CareKind.RELATED_PERSON, person.getPatient(), "RelatedPerson.patient")
                .setStatus(withdrawn ? CareStatus.CANCELLED : CareStatus.ACTIVE)
                .setRelatedPatientIds(RecordNumbers.of(person.getIdentifier()).toList())
                .setStart(period.start())
                .setEnd(period.end())
                .build();
    }
}
