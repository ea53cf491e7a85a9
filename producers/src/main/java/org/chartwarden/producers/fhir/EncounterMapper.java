package org.chartwarden.producers.fhir;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.chartwarden.model.Department;
import org.chartwarden.producers.source.Refusal;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterLocationComponent;
import org.hl7.fhir.r4.model.Encounter.EncounterLocationStatus;
import org.hl7.fhir.r4.model.Encounter.EncounterParticipantComponent;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Reference;

/**
 * FHIR R4 Encounter (8.11) to {@link CareEvent}: one of the encounter, and one of the places that only had the patient
 * planned when it began. They explain what was read before, in preparation.
 */
final class EncounterMapper {

    private static final Set<EncounterLocationStatus> NOT_THERE =
            EnumSet.of(EncounterLocationStatus.PLANNED, EncounterLocationStatus.RESERVED);

    private EncounterMapper() {}

    /** @param zone the site's, in which a date without a time is a day */
    static List<CareEvent> map(Encounter encounter, ZoneId zone) throws Refusal {
        Span period = Span.of(encounter.getPeriod(), zone, "Encounter.period");
        CareEvent event = event(encounter, period);
        List<Reference> planned = locations(encounter, location -> !counts(encounter, location));
        return planned.isEmpty() || period.start() == null
                ? List.of(event)
                : List.of(planned(event, References.departments(planned, List.of())), event);
    }

    /** It ended as the patient came, and went elsewhere. */
    private static CareEvent planned(CareEvent event, List<Department> places) {
        boolean isCancelled = event.getStatus() == CareStatus.CANCELLED;
        return CareEvent.newBuilder(event)
                .setCareId(event.getCareId() + "/planned")
                .setStatus(isCancelled ? CareStatus.CANCELLED : CareStatus.PLANNED)
                .setDepartments(places)
                .setPractitionerIds(List.of())
                .setEnd(event.getStart())
                .build();
    }

    private static CareEvent event(Encounter encounter, Span period) throws Refusal {
        return Care.of(encounter, CareKind.ENCOUNTER, encounter.getSubject(), "Encounter.subject")
                .setStatus(status(encounter, period))
                .setDepartments(References.departments(
                        locations(encounter, location -> counts(encounter, location)),
                        List.of(encounter.getServiceProvider())))
                .setPractitionerIds(References.practitionerIds(encounter.getParticipant().stream()
                        .map(EncounterParticipantComponent::getIndividual)
                        .toList()))
                .setStart(period.start())
                .setEnd(period.end())
                .build();
    }

    /** Where the patient is or was; while the encounter is only planned, also where the patient will be. */
    private static boolean counts(Encounter encounter, EncounterLocationComponent location) {
        return encounter.getStatus() == EncounterStatus.PLANNED || !NOT_THERE.contains(location.getStatus());
    }

    private static List<Reference> locations(Encounter encounter, Predicate<EncounterLocationComponent> which) {
        return encounter.getLocation().stream()
                .filter(which)
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
