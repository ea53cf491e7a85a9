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

/**
 * FHIR R4 CareTeam (8.12) to {@link CareEvent}: one of the team, and one of each member with an end of their own. Whoever
 * has left a team that goes on was in it until then, and explains accesses of that time for good.
 */
final class CareTeamMapper {

    private CareTeamMapper() {}

    /** @param zone the site's, in which a date without a time is a day */
    static List<CareEvent> map(CareTeam team, ZoneId zone) throws Refusal {
        Span period = Span.of(team.getPeriod(), zone, "CareTeam.period");
        List<Reference> lasting = new ArrayList<>();
        List<CareEvent> events = new ArrayList<>();
        for (int index = 0; index < team.getParticipant().size(); index++) {
            CareTeamParticipantComponent participant = team.getParticipant().get(index);
            Span membership = Span.of(participant.getPeriod(), zone, "CareTeam.participant[" + index + "].period");
            if (membership.end() == null) {
                lasting.add(participant.getMember());
            } else if (References.id(participant.getMember()).isPresent()) {
                events.add(of(participant.getMember(), membership, event(team, period)));
            }
        }
        events.add(event(team, period)
                .setDepartments(References.departments(List.of(), organizations(team, lasting)))
                .setPractitionerIds(References.practitionerIds(lasting))
                .build());
        return events;
    }

    private static CareEvent.Builder event(CareTeam team, Span period) throws Refusal {
        return Care.of(team, CareKind.CARE_TEAM, team.getSubject(), "CareTeam.subject")
                .setStatus(status(team, period))
                .setStart(period.start())
                .setEnd(period.end());
    }

    /** A member may come back: the begin tells one time from the other. */
    private static CareEvent of(Reference member, Span membership, CareEvent.Builder team) {
        Instant start = membership.start();
        boolean endsBefore = team.getEnd() == null || membership.end().isBefore(team.getEnd());
        return team.setCareId(team.getCareId() + "/" + References.id(member).orElseThrow() + "/"
                        + (start == null ? "-" : start))
                .setDepartments(
                        References.departments(List.of(), References.ofType(List.of(member), References.ORGANIZATION)))
                .setPractitionerIds(References.practitionerIds(List.of(member)))
                .setStart(start == null ? team.getStart() : start)
                .setEnd(endsBefore ? membership.end() : team.getEnd())
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
