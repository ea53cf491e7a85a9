package org.chartwarden.producers.fhir;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
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

    /**
     * @param zone the site's, in which a date without a time is a day
     * @param now tells who has left the team
     */
    static CareEvent map(CareTeam team, ZoneId zone, Instant now) throws Refusal {
        Span period = Span.of(team.getPeriod(), zone, "CareTeam.period");
        List<Reference> members = members(team, period, zone, now);
        return Care.of(team, CareKind.CARE_TEAM, team.getSubject(), "CareTeam.subject")
                .setStatus(status(team, period))
                .setDepartments(References.departments(List.of(), organizations(team, members)))
                .setPractitionerIds(References.practitionerIds(members))
                .setStart(period.start())
                .setEnd(period.end())
                .build();
    }

    /** Whoever has left a team that goes on is no part of it any more; those who left with it were in it. */
    private static List<Reference> members(CareTeam team, Span period, ZoneId zone, Instant now) throws Refusal {
        boolean goesOn = period.end() == null || period.end().isAfter(now);
        List<Reference> members = new ArrayList<>();
        for (int index = 0; index < team.getParticipant().size(); index++) {
            CareTeamParticipantComponent participant = team.getParticipant().get(index);
            Span membership = Span.of(participant.getPeriod(), zone, "CareTeam.participant[" + index + "].period");
            boolean left = membership.end() != null && membership.end().isBefore(now);
            if (!left || !goesOn) {
                members.add(participant.getMember());
            }
        }
        return members;
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
