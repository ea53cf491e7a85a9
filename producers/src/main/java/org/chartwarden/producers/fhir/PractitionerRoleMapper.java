package org.chartwarden.producers.fhir;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.chartwarden.model.Leave;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.producers.source.Refusal;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.PractitionerRole.PractitionerRoleNotAvailableComponent;

/** FHIR R4 PractitionerRole (8.5) to {@link WorkforceMember}: what somebody does where, and when. */
final class PractitionerRoleMapper {

    private PractitionerRoleMapper() {}

    /** @param zone the site's, in which a date without a time is a day */
    static WorkforceMember map(PractitionerRole role, ZoneId zone) throws Refusal {
        Span employment = Span.of(role.getPeriod(), zone, "PractitionerRole.period");
        return WorkforceMember.newBuilder()
                .setRecordId(ResourceIds.typed(role))
                .setUserId(userId(role))
                .setDepartments(References.departments(role.getLocation(), List.of(role.getOrganization())))
                .setRoles(role.getCode().stream()
                        .flatMap(code -> Text.codeOrWords(code).stream())
                        .distinct()
                        .toList())
                .setActive(!role.hasActive() || role.getActive())
                .setEmployedFrom(employment.start())
                .setEmployedUntil(employment.end())
                .setLeaves(leaves(role.getNotAvailable(), zone))
                .setShifts(Shifts.of(role.getAvailableTime(), "PractitionerRole.availableTime"))
                .setUpdatedAt(FhirTimes.updatedAt(role))
                .build();
    }

    private static String userId(PractitionerRole role) throws Refusal {
        return References.id(role.getPractitioner())
                .orElseThrow(() -> new Refusal(
                        "PractitionerRole.practitioner",
                        "does not identify the person; a reference such as Practitioner/123 is required"));
    }

    /** An absence that is only described in words has no time, and would otherwise read as one for ever. */
    private static List<Leave> leaves(List<PractitionerRoleNotAvailableComponent> absences, ZoneId zone)
            throws Refusal {
        List<Leave> leaves = new ArrayList<>();
        for (int index = 0; index < absences.size(); index++) {
            String path = "PractitionerRole.notAvailable[" + index + "].during";
            Span during = Span.of(absences.get(index).getDuring(), zone, path);
            if (during.isKnown()) {
                leaves.add(new Leave(during.start(), during.end()));
            }
        }
        return leaves;
    }
}
