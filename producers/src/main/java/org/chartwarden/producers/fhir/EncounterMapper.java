package org.chartwarden.producers.fhir;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.chartwarden.producers.source.Refusal;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterLocationComponent;
import org.hl7.fhir.r4.model.Encounter.EncounterLocationStatus;
import org.hl7.fhir.r4.model.Encounter.EncounterParticipantComponent;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Reference;

/** FHIR R4 Encounter (8.11) to {@link CareEvent}. */
final class EncounterMapper {

    private static final Set<EncounterLocationStatus> NOT_THERE =
            EnumSet.of(EncounterLocationStatus.PLANNED, EncounterLocationStatus.RESERVED);

    private EncounterMapper() {}

    static CareEvent map(Encounter encounter, ZoneId zone) throws Refusal {
        Span period = Span.of(encounter.getPeriod(), zone, "Encounter.period");
        return Care.of(encounter, CareKind.ENCOUNTER, encounter.getSubject(), "Encounter.subject")
                .setStatus(status(encounter, period))
                .setDepartments(References.departments(locations(encounter), List.of(encounter.getServiceProvider())))
                .setPractitionerIds(References.practitionerIds(encounter.getParticipant().stream()
                        .map(EncounterParticipantComponent::getIndividual)
                        .toList()))
                .setStart(period.start())
                .setEnd(period.end())
                .build();
    }

    /** Where the patient is or was; while the encounter is only planned, also where the patient will be. */
    private static List<Reference> locations(Encounter encounter) {
        return encounter.getLocation().stream()
                .filter(location ->
                        encounter.getStatus() == EncounterStatus.PLANNED || !NOT_THERE.contains(location.getStatus()))
                .map(EncounterLocationComponent::getLocation)
                .toList();
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
