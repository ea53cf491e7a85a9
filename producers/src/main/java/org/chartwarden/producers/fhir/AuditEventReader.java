package org.chartwarden.producers.fhir;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Action;
import org.chartwarden.model.Outcome;
import org.chartwarden.producers.access.AccessEvents;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.Refusal;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventSourceComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/**
 * Reads FHIR R4 AuditEvents, as IHE BALP 1.1 and ITI-20 (RESTful ATNA) shape them, into access events. An event
 * without a user or without a patient is one too, such as a login.
 */
public final class AuditEventReader implements RecordReader {

    /** The one resource type that is read. */
    public static final String AUDIT_EVENT = "AuditEvent";

    private final FhirReader reader = new FhirReader();
    private final AccessEvents accesses;

    /** @param clock tells when an event was received */
    public AuditEventReader(Clock clock) {
        this.accesses = new AccessEvents(clock);
    }

    @Override
    public String feed() {
        return FhirFeed.AUDIT;
    }

    @Override
    public List<Outgoing<?>> read(byte[] raw) throws Refusal {
        AuditEvent event =
                reader.parse(AuditQueries.readable(reader.identify(raw, Set.of(AUDIT_EVENT))), AuditEvent.class);
        String recordId = Text.present(event.getIdElement().getIdPart()).orElse(null);
        return List.of(accesses.complete(access(event), recordId, timePath(event)));
    }

    private static AccessEvent.Builder access(AuditEvent event) throws Refusal {
        AuditAgents agents = new AuditAgents(event);
        AuditEntities entities = new AuditEntities(event);
        Optional<AuditEventAgentComponent> user = agents.user();
        Optional<String> patientId = entities.patientId();
        Action action = action(event);
        AccessCategory category = AuditCategories.of(event, action, patientId.isPresent());
        Optional<Reference> object = object(event, entities, category);
        return AccessEvent.newBuilder()
                .setTime(time(event))
                .setEndTime(endTime(event.getPeriod()))
                .setAction(action)
                .setCategory(category)
                .setOutcome(outcome(event.getOutcome()))
                .setUserId(user.flatMap(AuditAgents::id).orElse(null))
                .setUserName(user.flatMap(AuditAgents::name).orElse(null))
                .setUserRole(user.flatMap(AuditAgents::role).orElse(null))
                .setPatientId(patientId.orElse(null))
                .setEncounterId(entities.encounterId().orElse(null))
                .setObjectType(object.flatMap(References::type).orElse(null))
                .setObjectId(object.flatMap(References::id).orElse(null))
                .setPurposeOfUse(purposes(event, user))
                .setSourceSystem(sourceSystem(event.getSource()).orElse(null))
                .setNetworkAddress(agents.clientAddress(action).orElse(null))
                .setInteractive(agents.interactive())
                .setSecurityLabels(entities.securityLabels())
                .setQueryParameters(entities.queryParameters())
                .setRequestId(entities.requestId().orElse(null));
    }

    /** What was touched. A RESTful interaction with no other resource than the patient's touched the Patient itself. */
    private static Optional<Reference> object(AuditEvent event, AuditEntities entities, AccessCategory category) {
        boolean ofResource = category == AccessCategory.RECORD
                && AuditCategories.impliedAction(event).isPresent();
        return entities.object().or(() -> ofResource ? entities.patientResource() : Optional.empty());
    }

    /** When the act happened: the begin of its period where that is exact, else when it was recorded. */
    private static Instant time(AuditEvent event) throws Refusal {
        Instant recorded = FhirTimes.instant(event.getRecordedElement(), "AuditEvent.recorded");
        return FhirTimes.exact(event.getPeriod().getStartElement()).orElse(recorded);
    }

    private static String timePath(AuditEvent event) {
        return FhirTimes.exact(event.getPeriod().getStartElement()).isPresent()
                ? "AuditEvent.period.start"
                : "AuditEvent.recorded";
    }

    /**
     * When the act ended.
     *
     * @return null unless the period says exactly how long the act took: an end after an unknown begin, or before its
     *     begin, would make a chart that lay open for long look like one that was closed at once
     */
    private static Instant endTime(Period period) {
        Optional<Instant> start = FhirTimes.exact(period.getStartElement());
        return FhirTimes.exact(period.getEndElement())
                .filter(end -> start.isPresent() && !end.isBefore(start.get()))
                .orElse(null);
    }

    private static Action action(AuditEvent event) throws Refusal {
        if (event.getAction() != null) {
            return Action.valueOf(event.getAction().toCode());
        }
        return AuditCategories.impliedAction(event)
                .orElseThrow(() -> new Refusal(
                        "AuditEvent.action",
                        "is missing, and no RESTful interaction in AuditEvent.subtype tells it; allowed: C, R, U, D,"
                                + " E"));
    }

    /** An outcome that is not told counts as success: it is the one that has to be looked at. */
    private static Outcome outcome(AuditEventOutcome outcome) {
        if (outcome == null) {
            return Outcome.SUCCESS;
        }
        return switch (outcome) {
            case _0, NULL -> Outcome.SUCCESS;
            case _4 -> Outcome.MINOR_FAILURE;
            case _8 -> Outcome.SERIOUS_FAILURE;
            case _12 -> Outcome.MAJOR_FAILURE;
        };
    }

    private static List<String> purposes(AuditEvent event, Optional<AuditEventAgentComponent> user) {
        return Stream.concat(
                        event.getPurposeOfEvent().stream(),
                        user.stream().flatMap(agent -> agent.getPurposeOfUse().stream()))
                .flatMap(Text::codes)
                .distinct()
                .toList();
    }

    private static Optional<String> sourceSystem(AuditEventSourceComponent source) {
        return References.id(source.getObserver())
                .or(() -> Text.present(source.getObserver().getDisplay()))
                .or(() -> Text.present(source.getSite()));
    }
}
