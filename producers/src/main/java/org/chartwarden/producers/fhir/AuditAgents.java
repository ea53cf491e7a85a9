package org.chartwarden.producers.fhir;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chartwarden.model.Action;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;

/**
 * Who took part in an act, by IHE BALP 1.1: the person is the agent with {@code requestor = true}; beside it stand the
 * client and the server as source and destination of the data, which change places between reading and writing.
 */
final class AuditAgents {

    private static final String APPLICATION = "110150";
    private static final String DESTINATION = "110152";
    private static final String SOURCE = "110153";
    private static final Set<String> SYSTEM_ROLES = Set.of(APPLICATION, DESTINATION, SOURCE);

    /** What a person's agent refers to; an agent that refers to anything else is a device or an organization. */
    private static final Set<String> PERSON_TYPES =
            Set.of("Practitioner", "PractitionerRole", "Person", "Patient", "RelatedPerson");

    private final AuditEvent event;

    AuditAgents(AuditEvent event) {
        this.event = event;
    }

    /** The person who acted; empty when only systems are named, as with a token that says nothing of its user. */
    Optional<AuditEventAgentComponent> person() {
        return event.getAgent().stream()
                .filter(AuditEventAgentComponent::getRequestor)
                .filter(AuditAgents::mayBePerson)
                .findFirst();
    }

    /**
     * The person's id: that of {@code agent.who}, else {@code agent.altId}. A name to be shown is no id, because two
     * people may have the same.
     */
    static Optional<String> id(AuditEventAgentComponent person) {
        return References.id(person.getWho()).or(() -> Text.present(person.getAltId()));
    }

    static Optional<String> name(AuditEventAgentComponent person) {
        return Text.present(person.getName())
                .or(() -> Text.present(person.getWho().getDisplay()));
    }

    static Optional<String> role(AuditEventAgentComponent person) {
        return person.getRole().stream()
                .flatMap(role -> Text.codeOrWords(role).stream())
                .findFirst();
    }

    /**
     * Where the person sat: the address of the person's agent, else of the client application, else of the client.
     * When something is read, the data's destination is the client; when written or asked for, its source is.
     */
    Optional<String> clientAddress(Action action) {
        String client = action == Action.R ? DESTINATION : SOURCE;
        return Stream.of(person().stream(), ofType(APPLICATION), ofType(client))
                .flatMap(agents -> agents)
                .flatMap(agent -> Text.present(agent.getNetwork().getAddress()).stream())
                .findFirst();
    }

    private Stream<AuditEventAgentComponent> ofType(String code) {
        return event.getAgent().stream()
                .filter(agent -> Text.codes(agent.getType()).anyMatch(code::equals));
    }

    private static boolean mayBePerson(AuditEventAgentComponent agent) {
        return Text.codes(agent.getType()).noneMatch(SYSTEM_ROLES::contains)
                && References.type(agent.getWho()).map(PERSON_TYPES::contains).orElse(true);
    }
}
