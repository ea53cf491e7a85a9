package org.chartwarden.producers.delimited;

import java.time.Clock;
import java.util.List;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Action;
import org.chartwarden.model.Outcome;
import org.chartwarden.producers.access.AccessEvents;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.Refusal;

/** Rows of an access log to access events. */
final class AccessRows implements RowMapper {

    private final AccessEvents accesses;

    AccessRows(Clock clock) {
        this.accesses = new AccessEvents(clock);
    }

    @Override
    public List<Outgoing<?>> records(Told told) throws Refusal {
        AccessEvent.Builder access = AccessEvent.newBuilder();
        times(access, told);
        act(access, told);
        people(access, told);
        circumstances(access, told);
        return List.of(accesses.complete(access, told.text("recordId").orElse(null), told.path("time")));
    }

    @Override
    public List<String> keys(Told told) {
        throw new UnsupportedOperationException("accesses have no snapshots");
    }

    /** An end before the begin would make a chart that lay open for long look like one that was closed at once. */
    private static void times(AccessEvent.Builder access, Told told) throws Refusal {
        access.setTime(told.instant("time", Moments.Day.REFUSED).orElseThrow(() -> told.missing("time")))
                .setEndTime(told.instant("endTime", Moments.Day.REFUSED)
                        .filter(end -> !end.isBefore(access.getTime()))
                        .orElse(null));
    }

    private static void act(AccessEvent.Builder access, Told told) throws Refusal {
        Action action = told.word("action", Words::action).orElseThrow(() -> told.missing("action"));
        access.setAction(action)
                .setOutcome(told.word("outcome", Words::outcome).orElse(Outcome.SUCCESS))
                .setCategory(told.word("category", Words::category).orElse(category(action, told)))
                .setObjectType(told.text("objectType").orElse(null))
                .setObjectId(told.text("objectId").orElse(null))
                .setQueryParameters(told.list("queryParameters"));
    }

    /** Where the source does not tell it. To execute is anything but to open a chart. */
    private static AccessCategory category(Action action, Told told) throws Refusal {
        return action != Action.E && told.text("patientId").isPresent() ? AccessCategory.RECORD : AccessCategory.OTHER;
    }

    private static void people(AccessEvent.Builder access, Told told) throws Refusal {
        access.setUserId(told.text("userId").orElse(null))
                .setUserName(told.text("userName").orElse(null))
                .setUserRole(told.text("userRole").orElse(null))
                .setPatientId(told.text("patientId").orElse(null))
                .setEncounterId(told.text("encounterId").orElse(null))
                .setInteractive(told.flag("interactive", false))
                .setTokenId(told.text("tokenId").orElse(null));
    }

    private static void circumstances(AccessEvent.Builder access, Told told) throws Refusal {
        access.setPurposeOfUse(told.list("purposeOfUse"))
                .setEmergency(told.flag("emergency", false))
                .setSecurityLabels(told.list("securityLabels"))
                .setSourceSystem(told.text("sourceSystem").orElse(null))
                .setNetworkAddress(told.text("networkAddress").orElse(null))
                .setRequestId(told.text("requestId").orElse(null));
    }
}
