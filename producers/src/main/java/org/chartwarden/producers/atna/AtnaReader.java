package org.chartwarden.producers.atna;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Action;
import org.chartwarden.producers.access.AccessEvents;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.Refusal;

/**
 * Reads audit messages of DICOM PS3.15, A.5 (IHE ITI-20), and of RFC 3881 before it: each bare, or in its syslog message. An
 * act on several patients is an access to each; one without a user or a patient is one, too.
 */
public final class AtnaReader implements RecordReader {

    private static final String ROOT = "AuditMessage";

    /** The longest message, in bytes. */
    static final int LIMIT = 8 << 20;

    /** What is read of a message, below its root: elements, then attributes. */
    private static final Set<String> READ = Set.of(
            "EventIdentification",
            "EventID",
            "EventTypeCode",
            "PurposeOfUse",
            "ActiveParticipant",
            "RoleIDCode",
            "AuditSourceIdentification",
            "ParticipantObjectIdentification",
            "ParticipantObjectIDTypeCode",
            "ParticipantObjectQuery",
            "csd-code",
            "code",
            "originalText",
            "displayName",
            "EventActionCode",
            "EventDateTime",
            "EventOutcomeIndicator",
            "UserID",
            "AlternativeUserID",
            "UserName",
            "UserIsRequestor",
            "NetworkAccessPointID",
            "NetworkAccessPointTypeCode",
            "AuditSourceID",
            "AuditEnterpriseSiteID",
            "ParticipantObjectID",
            "ParticipantObjectTypeCode",
            "ParticipantObjectTypeCodeRole",
            "ParticipantObjectDataLifeCycle",
            "ParticipantObjectSensitivity");

    private final AccessEvents accesses;
    private final ZoneId zone;

    /**
     * @param clock tells when an event was received
     * @param zone the site's, for times without an offset
     */
    public AtnaReader(Clock clock, ZoneId zone) {
        this.accesses = new AccessEvents(clock);
        this.zone = zone;
    }

    @Override
    public String feed() {
        return AtnaFeed.NAME;
    }

    @Override
    public List<Outgoing<?>> read(byte[] raw) throws Refusal {
        if (raw.length > LIMIT) {
            throw new Refusal("The message is longer than %,d bytes".formatted(LIMIT));
        }
        XmlElement message = XmlParser.parse(XmlText.of(xml(raw)), READ);
        if (!message.name().equals(ROOT)) {
            throw new Refusal("The XML is not an " + ROOT + " (DICOM PS3.15, A.5)");
        }
        AtnaEvent event = AtnaEvent.of(message);
        AtnaParticipants participants = AtnaParticipants.of(message);
        AtnaObjects objects = new AtnaObjects(message);
        List<String> patientIds = objects.patientIds();
        // All but the patient is the same for each, and told once.
        AccessEvent.Builder told = told(event, objects, !patientIds.isEmpty());
        tellUser(told, participants);
        told.setSourceSystem(sourceSystem(message).orElse(null));
        boolean ownResource = tellsOwnResource(told, event, objects);
        List<Outgoing<?>> read = new ArrayList<>();
        for (String patientId : patientIds.isEmpty() ? Collections.<String>singletonList(null) : patientIds) {
            told.setPatientId(patientId);
            if (ownResource) {
                told.setObjectType(AtnaObject.PATIENT).setObjectId(patientId);
            }
            read.add(accesses.complete(told, null, event.timePath()));
        }
        return read;
    }

    /** A syslog message begins with its priority, {@code <85>}; no XML begins so. */
    private static byte[] xml(byte[] raw) throws Refusal {
        return SyslogMessage.isSyslog(raw) ? SyslogMessage.content(raw) : raw;
    }

    private AccessEvent.Builder told(AtnaEvent event, AtnaObjects objects, boolean aboutPatient) throws Refusal {
        Action action = event.action();
        List<String> purposes = event.purposes();
        AccessCategory category = event.category(action, aboutPatient, objects.disclosed());
        return AccessEvent.newBuilder()
                .setTime(event.time(zone))
                .setAction(action)
                .setCategory(category)
                .setOutcome(event.outcome())
                .setEncounterId(objects.encounterId().orElse(null))
                .setPurposeOfUse(purposes)
                // Some systems send it for any administrator's login.
                .setEmergency(event.emergencyDeclared() && (aboutPatient || !purposes.isEmpty()))
                .setSecurityLabels(objects.securityLabels())
                .setQueryParameters(objects.queryParameters())
                .setObjectType(objects.object().flatMap(AtnaObject::type).orElse(null))
                .setObjectId(objects.object().flatMap(AtnaObject::id).orElse(null))
                .setRequestId(objects.requestId().orElse(null));
    }

    /** A RESTful interaction with no other resource than the patient's touched the Patient itself. */
    private static boolean tellsOwnResource(AccessEvent.Builder told, AtnaEvent event, AtnaObjects objects) {
        return objects.object().isEmpty()
                && told.getCategory() == AccessCategory.RECORD
                && event.interaction().isPresent()
                && objects.ofPatientResource();
    }

    private static void tellUser(AccessEvent.Builder told, AtnaParticipants participants) {
        told.setUserId(participants.userId().orElse(null))
                .setUserName(participants.userName().orElse(null))
                .setUserRole(participants.userRole().orElse(null))
                .setNetworkAddress(participants.clientAddress(told.getAction()).orElse(null))
                .setInteractive(participants.interactive());
    }

    private static Optional<String> sourceSystem(XmlElement message) {
        return message.children("AuditSourceIdentification").stream()
                .findFirst()
                .flatMap(source ->
                        source.attribute("AuditSourceID").or(() -> source.attribute("AuditEnterpriseSiteID")));
    }
}
