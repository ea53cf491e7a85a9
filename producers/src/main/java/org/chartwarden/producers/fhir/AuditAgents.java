package org.chartwarden.producers.fhir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.chartwarden.model.Action;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;

/**
 * Who took part in an act, by IHE BALP 1.1: the user is the agent with {@code requestor = true}; beside it stand the
 * client and the server as source and destination of the data, which change places between reading and writing.
 */
final class AuditAgents {

    private static final String APPLICATION = "110150";
    private static final String DESTINATION = "110152";
    private static final String SOURCE = "110153";
    private static final Set<String> SYSTEM_ROLES = Set.of(APPLICATION, DESTINATION, SOURCE);

    /** Of extra-security-role-type: a human being acted. */
    private static final String HUMAN_USER = "humanuser";

    /** What a person's agent refers to; an agent that refers to anything else is a device or an organization. */
    private static final Set<String> PERSON_TYPES =
            Set.of("Practitioner", "PractitionerRole", "Person", "Patient", "RelatedPerson");

    private final AuditEvent event;

    AuditAgents(AuditEvent event) {
        this.event = event;
    }

    /**
     * The user who acted: a person, best one whose id is told; where none is named, the device, the service account or
     * the end of the wire that asked on its own: DICOM gives the people who export and import the roles of source and
     * destination (PS3.15, A.5.3). Empty when none is named: no user is told.
     */
    Optional<AuditEventAgentComponent> user() {
        List<AuditEventAgentComponent> requestors = requestors();
        Supplier<Stream<AuditEventAgentComponent>> people =
                () -> requestors.stream().filter(AuditAgents::mayBePerson);
        return people.get()
                .filter(agent -> id(agent).isPresent())
                .findFirst()
                .or(() -> people.get().findFirst())
                .or(() -> requestors.stream()
                        .filter(agent -> isDevice(agent) || isNamed(agent))
                        .findFirst());
    }

    /**
     * The user's id: that of {@code agent.who}, else {@code agent.altId}. A name to be shown is no id, because two
     * people may have the same.
     */
    static Optional<String> id(AuditEventAgentComponent user) {
        return References.personId(user.getWho()).or(() -> Text.present(user.getAltId()));
    }

    static Optional<String> name(AuditEventAgentComponent user) {
        return Text.present(user.getName()).or(() -> Text.present(user.getWho().getDisplay()));
    }

    static Optional<String> role(AuditEventAgentComponent user) {
        return user.getRole().stream()
                .flatMap(role -> Text.codeOrWords(role).stream())
                .findFirst();
    }

    /** Whether the source says that a human being acted, be it under the account of a service. */
    boolean interactive() {
        return ofType(HUMAN_USER).findAny().isPresent();
    }

    /**
     * Where the user sat: the address of the user's agent, else of the client application, else of the client.
     * When something is read, the data's destination is the client; when written or asked for, its source is.
     */
    Optional<String> clientAddress(Action action) {
        String client = action == Action.R ? DESTINATION : SOURCE;
        return Stream.of(user().stream(), ofType(APPLICATION), ofType(client))
                .flatMap(agents -> agents)
                .flatMap(agent -> Text.present(agent.getNetwork().getAddress()).stream())
                .findFirst();
    }

    /** Who asked. R5 does not require that anybody is marked as such; then the people who took part did. */
    private List<AuditEventAgentComponent> requestors() {
        List<AuditEventAgentComponent> marked = event.getAgent().stream()
                .filter(AuditEventAgentComponent::getRequestor)
                .toList();
        return !marked.isEmpty()
                ? marked
                : event.getAgent().stream()
                        .filter(agent -> !agent.hasRequestor() && refersToPerson(agent))
                        .toList();
    }

    private Stream<AuditEventAgentComponent> ofType(String code) {
        return event.getAgent().stream()
                .filter(agent -> Text.codes(agent.getType()).anyMatch(code::equals));
    }

    private static boolean mayBePerson(AuditEventAgentComponent agent) {
        return refersToPerson(agent)
                || References.type(agent.getWho()).isEmpty()
                        && Text.codes(agent.getType()).noneMatch(SYSTEM_ROLES::contains);
    }

    private static boolean refersToPerson(AuditEventAgentComponent agent) {
        return References.type(agent.getWho()).filter(PERSON_TYPES::contains).isPresent();
    }

    /** Whether an id is told that may be an account's: an endpoint's URI is nobody's. */
    private static boolean isNamed(AuditEventAgentComponent agent) {
        return References.type(agent.getWho()).isEmpty()
                && id(agent)
                        .filter(id -> !id.contains("://") && !id.startsWith("urn:"))
                        .isPresent();
    }

    private static boolean isDevice(AuditEventAgentComponent agent) {
        return References.type(agent.getWho()).filter(References.DEVICE::equals).isPresent();
    }
}
