package org.chartwarden.producers.atna;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chartwarden.model.Action;
import org.chartwarden.producers.source.Refusal;

/**
 * Who took part: the ActiveParticipants of a message (DICOM PS3.15, A.5.2). The user is the one with {@code
 * UserIsRequestor}; the roles of source and destination change between reading and writing, and say nothing of people.
 */
final class AtnaParticipants {

    private static final String APPLICATION = "110150";
    private static final String DESTINATION = "110152";
    private static final String SOURCE = "110153";

    /** Processes and media (PS3.16, CID 402). Who launched an application, 110151, is a person. */
    private static final Set<String> SYSTEM_ROLES = Set.of(APPLICATION, DESTINATION, SOURCE, "110154", "110155");

    /** Of FHIR's extra-security-role-type: a human being acted. */
    private static final String HUMAN_USER = "humanuser";

    /** Machine name and IP address; the others are telephone number, email address and URI. */
    private static final Set<String> ADDRESS_TYPES = Set.of("1", "2");

    private final List<Participant> participants;

    private AtnaParticipants(List<Participant> participants) {
        this.participants = participants;
    }

    private record Participant(XmlElement element, boolean requestor, List<CodedValue> roles) {

        boolean isIn(String role) {
            return roles.stream().anyMatch(value -> value.is(role));
        }

        boolean isSystem() {
            return SYSTEM_ROLES.stream().anyMatch(this::isIn);
        }

        Optional<String> userId() {
            return element.attribute("UserID").flatMap(UserIds::of).or(() -> element.attribute("AlternativeUserID"));
        }

        Optional<String> address() {
            return element.attribute("NetworkAccessPointID")
                    .filter(address -> element.attribute("NetworkAccessPointTypeCode")
                            .map(ADDRESS_TYPES::contains)
                            .orElse(true));
        }
    }

    static AtnaParticipants of(XmlElement message) throws Refusal {
        List<XmlElement> elements = message.children("ActiveParticipant");
        List<Participant> participants = new ArrayList<>();
        for (XmlElement element : elements) {
            participants.add(new Participant(element, requestor(element), CodedValue.in(element, "RoleIDCode")));
        }
        return new AtnaParticipants(participants);
    }

    /** RFC 3881 lets it be left out: it is true then. */
    private static boolean requestor(XmlElement element) throws Refusal {
        return switch (element.attribute("UserIsRequestor").orElse("true")) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new Refusal(element.pathOf("UserIsRequestor"), "is neither true nor false (xsd:boolean)");
        };
    }

    Optional<String> userId() {
        return user().flatMap(Participant::userId);
    }

    Optional<String> userName() {
        return user().flatMap(participant -> participant.element().attribute("UserName"));
    }

    /** The first role that says more than which end of the wire it was. */
    Optional<String> userRole() {
        return user().stream()
                .flatMap(participant -> participant.roles().stream())
                .flatMap(role -> role.codeOrWords().stream())
                .filter(role -> !SYSTEM_ROLES.contains(role) && !HUMAN_USER.equals(role))
                .findFirst();
    }

    /** Whether the source says that a human being acted, be it under the account of a service. */
    boolean interactive() {
        return participants.stream().anyMatch(participant -> participant.isIn(HUMAN_USER));
    }

    /**
     * Where the user sat: the address of the user, else of the client application, else of the client. When something is
     * read, the data's destination is the client; when written or asked for, its source is.
     */
    Optional<String> clientAddress(Action action) {
        String client = action == Action.R ? DESTINATION : SOURCE;
        return Stream.of(user().stream(), in(APPLICATION), in(client))
                .flatMap(found -> found)
                .flatMap(participant -> participant.address().stream())
                .findFirst();
    }

    /**
     * The person who asked; else the process that asked on its own, where it has a name: an endpoint's URI is nobody's
     * account. A requestor without any id is not preferred to one with it.
     */
    private Optional<Participant> user() {
        return people().filter(person -> person.userId().isPresent())
                .findFirst()
                .or(() -> people().findFirst())
                .or(() -> requestors()
                        .filter(Participant::isSystem)
                        .filter(AtnaParticipants::isNamed)
                        .findFirst());
    }

    private Stream<Participant> people() {
        return requestors().filter(participant -> !participant.isSystem());
    }

    private Stream<Participant> requestors() {
        return participants.stream().filter(Participant::requestor);
    }

    private static boolean isNamed(Participant process) {
        return process.userId()
                .filter(id -> !id.contains("://") && !id.startsWith("urn:"))
                .isPresent();
    }

    private Stream<Participant> in(String role) {
        return participants.stream().filter(participant -> participant.isIn(role));
    }
}
