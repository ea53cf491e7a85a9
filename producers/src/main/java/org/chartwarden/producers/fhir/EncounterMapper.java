package org.chartwarden.producers.fhir;

import java.time.ZoneId;
import java.util.List;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.chartwarden.model.Department;
import org.chartwarden.producers.reader.Refusal;
import org.hl7.fhir.r4.model.Encounter;

/** FHIR R4 Encounter (8.11) to {@link CareEvent}. */
final class EncounterMapper {

    private EncounterMapper() {}

    /** @param zone the site's, in which a date without a time is a day */
    static CareEvent map(Encounter encounter, ZoneId zone) throws Refusal {
        return CareEvent.newBuilder()
                .setCareId(ResourceIds.typed(encounter))
                .setPatientId(patientId(encounter))
                .setKind(CareKind.ENCOUNTER)
                .setStatus(status(encounter))
                .setDepartments(departments(encounter))
                .setPractitionerIds(encounter.getParticipant().stream()
                        .flatMap(participant -> References.id(participant.getIndividual()).stream())
                        .distinct()
                        .toList())
                .setStart(FhirTimes.start(encounter.getPeriod().getStartElement(), zone, "Encounter.period.start"))
                .setEnd(FhirTimes.end(encounter.getPeriod().getEndElement(), zone, "Encounter.period.end"))
                .build();
    }

    private static String patientId(Encounter encounter) throws Refusal {
        boolean patient =
                References.type(encounter.getSubject()).map("Patient"::equals).orElse(true);
        return References.id(encounter.getSubject())
                .filter(id -> patient)
                .orElseThrow(() -> new Refusal(
                        "Encounter.subject",
                        "does not identify a patient; a reference such as Patient/123 is required"));
    }

    private static List<Department> departments(Encounter encounter) {
        List<Department> locations = encounter.getLocation().stream()
                .flatMap(location -> References.department(location.getLocation()).stream())
                .distinct()
                .toList();
        return locations.isEmpty()
                ? References.department(encounter.getServiceProvider()).stream().toList()
                : locations;
    }

    /** An unknown status says nothing against the treatment, so the period tells. */
    private static CareStatus status(Encounter encounter) throws Refusal {
        if (encounter.getStatus() == null) {
            throw new Refusal("Encounter.status", "is missing; a code such as in-progress or finished is required");
        }
        return switch (encounter.getStatus()) {
            case PLANNED -> CareStatus.PLANNED;
            case ARRIVED, TRIAGED, INPROGRESS, ONLEAVE -> CareStatus.ACTIVE;
            case FINISHED -> CareStatus.FINISHED;
            case CANCELLED, ENTEREDINERROR -> CareStatus.CANCELLED;
            case UNKNOWN, NULL -> encounter.getPeriod().hasEnd() ? CareStatus.FINISHED : CareStatus.ACTIVE;
        };
    }
}
