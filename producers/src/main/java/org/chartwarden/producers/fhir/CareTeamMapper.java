package org.chartwarden.producers.fhir;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.chartwarden.producers.source.Refusal;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.hl7.fhir.r4.model.Reference;

/** FHIR R4 CareTeam (8.12) to {@link CareEvent}. */
final class CareTeamMapper {

    private CareTeamMapper() {}

    static CareEvent map(CareTeam team, ZoneId zone) throws Refusal {
        Span period = Span.of(team.getPeriod(), zone, "CareTeam.period");
        List<Reference> members = team.getParticipant().stream()
                .map(CareTeamParticipantComponent::getMember)
                .toList();
        return Care.of(team, CareKind.CARE_TEAM, team.getSubject(), "CareTeam.subject")
                .setStatus(status(team, period))
                .setDepartments(References.departments(List.of(), organizations(team, members)))
                .setPractitionerIds(References.practitionerIds(members))
                .setStart(period.start())
                .setEnd(period.end())
                .build();
    }

    private static List<Reference> organizations(CareTeam team, List<Reference> members) {
        return Stream.concat(
                        References.ofType(members, References.ORGANIZATION).stream(),
                        team.getManagingOrganization().stream())
                .toList();
    }

    /** FHIR does not require a status; without one, the period tells. */
    private static CareStatus status(CareTeam team, Span period) {
        if (team.getStatus() == null) {
            return period.end() == null ? CareStatus.ACTIVE : CareStatus.FINISHED;
        }
        return switch (team.getStatus()) {
            case PROPOSED -> CareStatus.PLANNED;
            case ACTIVE, NULL -> CareStatus.ACTIVE;
            case SUSPENDED, INACTIVE -> CareStatus.FINISHED;
            case ENTEREDINERROR -> CareStatus.CANCELLED;
        };
    }
}
