package org.chartwarden.producers.fhir;

import java.time.ZoneId;
import java.util.List;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.chartwarden.producers.source.Refusal;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterLocationComponent;
import org.hl7.fhir.r4.model.Encounter.EncounterParticipantComponent;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;

/** FHIR R4 Encounter (8.11) to {@link CareEvent}. */
final class EncounterMapper {

    private EncounterMapper() {}

    static CareEvent map(Encounter encounter, ZoneId zone) throws Refusal {
        Span period = Span.of(encounter.getPeriod(), zone, "Encounter.period");
        return Care.of(encounter, CareKind.ENCOUNTER, encounter.getSubject(), "Encounter.subject")
                .setStatus(status(encounter, period))
                .setDepartments(References.departments(
                        encounter.getLocation().stream()
                                .map(EncounterLocationComponent::getLocation)
                                .toList(),
                        List.of(encounter.getServiceProvider())))
                .setPractitionerIds(References.practitionerIds(encounter.getParticipant().stream()
                        .map(EncounterParticipantComponent::getIndividual)
                        .toList()))
                .setStart(period.start())
                .setEnd(period.end())
                .build();
    }

    /** An unknown status says nothing against the treatment, so the period tells. */
    private static CareStatus status(Encounter encounter, Span period) throws Refusal {
        EncounterStatus status = Care.status(encounter.getStatus(), "Encounter.status", "in-progress or finished");
        return switch (status) {
            case PLANNED -> CareStatus.PLANNED;
            case ARRIVED, TRIAGED, INPROGRESS, ONLEAVE -> CareStatus.ACTIVE;
            case FINISHED -> CareStatus.FINISHED;
            case CANCELLED, ENTEREDINERROR -> CareStatus.CANCELLED;
            case UNKNOWN, NULL -> period.end() == null ? CareStatus.ACTIVE : CareStatus.FINISHED;
        };
    }
}
