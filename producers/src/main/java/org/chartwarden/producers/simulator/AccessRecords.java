package org.chartwarden.producers.simulator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Action;
import org.chartwarden.model.Outcome;
import org.chartwarden.producers.access.EventIds;
import org.chartwarden.producers.access.QueryParameters;
import org.chartwarden.producers.simulator.Recording.Recorder;

/**
 * Recordings as access events: field by field what the FHIR door makes of {@link AuditEvents}, without the FHIR between.
 * Hundreds of thousands of them would take minutes to write and to read again; a test holds both together.
 */
final class AccessRecords {

    private AccessRecords() {}

    static AccessEvent of(Recording recording) {
        Act act = recording.act();
        Opening opening = act.opening();
        boolean search = act.interaction() == Interaction.SEARCH;
        Action action = Action.valueOf(act.interaction().action().toCode());
        String[] object = search ? new String[2] : act.object().split("/", 2);
        return AccessEvent.newBuilder()
                .setEventId(EventIds.ofRequest(act.requestId(), opening.patientId(), action.name()))
                .setTime(act.lasted().isPresent() ? act.time() : recording.recorded())
                .setEndTime(act.lasted().map(act.time()::plus).orElse(null))
                .setReceivedAt(recording.arrival())
                .setAction(action)
                .setCategory(category(act.interaction()))
                .setOutcome(opening.circumstance() == Circumstance.REFUSED ? Outcome.SERIOUS_FAILURE : Outcome.SUCCESS)
                .setUserId(act.userId())
                .setUserName(opening.user().name().full().strip())
                .setUserRole(opening.user().role().code())
                .setPatientId(opening.patientId())
                .setEncounterId(opening.visit().map(Visit::visitId).orElse(null))
                .setObjectType(object[0])
                .setObjectId(object[1])
                .setPurposeOfUse(List.of(opening.circumstance().purpose()))
                .setEmergency(opening.circumstance() == Circumstance.BREAK_THE_GLASS)
                .setSourceSystem(
                        recording.recorder() == Recorder.SERVER
                                ? "ehr-server"
                                : opening.desk().workstation())
                .setNetworkAddress(opening.desk().address())
                .setInteractive(opening.desk().screen())
                .setSecurityLabels(List.of())
                .setQueryParameters(
                        search
                                ? QueryParameters.names(act.object().getBytes(StandardCharsets.UTF_8))
                                        .toList()
                                : List.of())
                .setRequestId(act.requestId())
                .build();
    }

    private static AccessCategory category(Interaction interaction) {
        return switch (interaction) {
            case READ, CREATE, UPDATE -> AccessCategory.RECORD;
            case SEARCH -> AccessCategory.SEARCH;
            case EXPORT -> AccessCategory.EXPORT;
        };
    }
}
