package org.chartwarden.producers.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Action;
import org.chartwarden.model.Outcome;
import org.chartwarden.producers.access.AccessEvents;
import org.chartwarden.producers.fhir.AuditEntities.Subject;
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
 * Reads AuditEvents of FHIR R4 and R5, as IHE BALP 1.1 and ITI-20 (RESTful ATNA) shape them, into access events: one for
 * each patient. An event without a user or without a patient is one too, such as a login.
 */
public final class AuditEventReader implements RecordReader {

    /** The one resource type that is read. */
    public static final String AUDIT_EVENT = "AuditEvent";

    private final FhirReader reader = new FhirReader();
    private final R5Shape r5 = reader.r5();
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
        FhirReader.Unparsed unparsed = AuditQueries.readable(reader.identify(raw, Set.of(AUDIT_EVENT)));
        AuditRelease release = AuditRelease.of(unparsed.tree());
        AuditEvent event = parse(unparsed, release);
        AuditEntities entities = new AuditEntities(event);
        List<Subject> patients = entities.patients();
        Optional<Reference> object = entities.object(patients);
        String recordId = Text.present(event.getIdElement().getIdPart()).orElse(null);
        // All but the patient is the same for each, and told once.
        AccessEvent.Builder access = access(event, release, entities, !patients.isEmpty());
        List<Outgoing<?>> told = new ArrayList<>();
        for (Subject patient : patients.isEmpty() ? Collections.<Subject>singletonList(null) : patients) {
            subject(access, object.or(() -> ownResource(event, access.getCategory(), patient)), patient);
            told.add(accesses.complete(access, recordId, timePath(event, release)));
        }
        return told;
    }

    private AuditEvent parse(FhirReader.Unparsed unparsed, AuditRelease release) throws Refusal {
        return switch (release) {
            case R4 -> reader.parse(unparsed, AuditEvent.class);
            case R5 -> {
                r5.check(unparsed.tree());
                ObjectNode told = R5AuditEvents.asR4(unparsed.tree());
                yield reader.parseChecked(
                        new FhirReader.Unparsed(AUDIT_EVENT, told.toString(), told), AuditEvent.class);
            }
        };
    }

    /** All but what differs from patient to patient. */
    private static AccessEvent.Builder access(
            AuditEvent event, AuditRelease release, AuditEntities entities, boolean aboutPatient) throws Refusal {
        AuditAgents agents = new AuditAgents(event);
        Optional<AuditEventAgentComponent> user = agents.user();
        Action action = action(event, release);
        List<String> purposes = purposes(event, user);
        return AccessEvent.newBuilder()
                .setTime(time(event))
                .setEndTime(endTime(event.getPeriod()))
                .setAction(action)
                .setCategory(AuditCategories.of(event, action, aboutPatient))
                .setOutcome(outcome(event.getOutcome()))
                .setUserId(user.flatMap(AuditAgents::id).orElse(null))
                .setUserName(user.flatMap(AuditAgents::name).orElse(null))
                .setUserRole(user.flatMap(AuditAgents::role).orElse(null))
                .setEncounterId(entities.encounterId().orElse(null))
                .setPurposeOfUse(purposes)
                // Some systems send an override for any administrator's login.
                .setEmergency(AuditCategories.emergency(event) && (aboutPatient || !purposes.isEmpty()))
                .setSourceSystem(sourceSystem(event.getSource()).orElse(null))
                .setNetworkAddress(agents.clientAddress(action).orElse(null))
                .setInteractive(agents.interactive())
                .setSecurityLabels(entities.securityLabels())
                .setQueryParameters(entities.queryParameters())
                .setRequestId(entities.requestId().orElse(null))
                .setTokenId(AuditTokens.id(event).orElse(null));
    }

    /**
     * Whose record it was, and what of it was touched.
     *
     * @param patient null when the act was done on nobody's record
     */
    private static void subject(AccessEvent.Builder access, Optional<Reference> object, Subject patient) {
        access.setPatientId(patient == null ? null : patient.patientId())
                .setObjectType(object.flatMap(References::type).orElse(null))
                .setObjectId(object.flatMap(References::id).orElse(null));
    }

    /** A RESTful interaction with no other resource than the patient's touched the Patient itself. */
    private static Optional<Reference> ownResource(AuditEvent event, AccessCategory category, Subject patient) {
        if (patient == null) {
            return Optional.empty();
        }
        boolean ofResource = category == AccessCategory.RECORD
                && AuditCategories.interaction(event).isPresent();
        return Optional.of(patient.what())
                .filter(what -> ofResource || !patient.inRole())
                .filter(what ->
                        References.type(what).filter(References.PATIENT::equals).isPresent());
    }

    /** When the act happened: the begin of its period where that is exact, else when it was recorded. */
    private static Instant time(AuditEvent event) throws Refusal {
        Instant recorded = FhirTimes.instant(event.getRecordedElement(), "AuditEvent.recorded");
        return FhirTimes.exact(event.getPeriod().getStartElement()).orElse(recorded);
    }

    private static String timePath(AuditEvent event, AuditRelease release) {
        return FhirTimes.exact(event.getPeriod().getStartElement()).isPresent()
                ? release.beginPath()
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

    private static Action action(AuditEvent event, AuditRelease release) throws Refusal {
        if (event.getAction() != null) {
            return Action.valueOf(event.getAction().toCode());
        }
        return AuditCategories.impliedAction(event)
                .orElseThrow(() -> new Refusal(
                        "AuditEvent.action",
                        "is missing, and neither the kind of event nor a RESTful interaction in "
                                + release.interactionPath()
                                + " tells it; allowed: C, R, U, D, E"));
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
