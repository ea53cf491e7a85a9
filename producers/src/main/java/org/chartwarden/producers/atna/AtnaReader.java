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

    /** Long lists of instances and of details, out of which nothing is read. */
    private static final Set<String> SKIPPED = Set.of("ParticipantObjectDescription", "ParticipantObjectDetail");

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
        XmlElement message = XmlParser.parse(XmlText.of(xml(raw)), SKIPPED);
        if (!message.name().equals(ROOT)) {
            throw new Refusal("The XML is not an " + ROOT + " (DICOM PS3.15, A.5)");
        }
        AtnaEvent event = AtnaEvent.of(message);
        AtnaParticipants participants = AtnaParticipants.of(message);
        AtnaObjects objects = new AtnaObjects(message);
        List<String> patientIds = objects.patientIds();
        List<Outgoing<?>> read = new ArrayList<>();
        for (String patientId : patientIds.isEmpty() ? Collections.<String>singletonList(null) : patientIds) {
            AccessEvent.Builder told = told(event, objects, patientId);
            tellUser(told, participants);
            told.setSourceSystem(sourceSystem(message).orElse(null));
            read.add(accesses.complete(told, null, event.timePath()));
        }
        return read;
    }

    /** A syslog message begins with its priority, {@code <85>}; no XML begins so. */
    private static byte[] xml(byte[] raw) throws Refusal {
        return SyslogMessage.isSyslog(raw) ? SyslogMessage.of(raw).content() : raw;
    }

    private AccessEvent.Builder told(AtnaEvent event, AtnaObjects objects, String patientId) throws Refusal {
        Action action = event.action();
        List<String> purposes = event.purposes();
        AccessCategory category = event.category(action, patientId != null, objects.disclosed());
        AccessEvent.Builder told = AccessEvent.newBuilder()
                .setTime(event.time(zone))
                .setAction(action)
                .setCategory(category)
                .setOutcome(event.outcome())
                .setPatientId(patientId)
                .setEncounterId(objects.encounterId().orElse(null))
                .setPurposeOfUse(purposes)
                // Some systems send it for any administrator's login.
                .setEmergency(event.emergencyDeclared() && (patientId != null || !purposes.isEmpty()))
                .setSecurityLabels(objects.securityLabels())
                .setQueryParameters(objects.queryParameters())
                .setRequestId(objects.requestId().orElse(null));
        tellObject(told, event, objects);
        return told;
    }

    /** A RESTful interaction with no other resource than the patient's touched the Patient itself. */
    private static void tellObject(AccessEvent.Builder told, AtnaEvent event, AtnaObjects objects) {
        Optional<AtnaObject> object = objects.object();
        if (object.isPresent()) {
            told.setObjectType(object.get().type().orElse(null));
            told.setObjectId(object.get().id().orElse(null));
        } else if (told.getCategory() == AccessCategory.RECORD
                && event.interaction().isPresent()
                && objects.ofPatientResource()) {
            told.setObjectType(AtnaObject.PATIENT);
            told.setObjectId(told.getPatientId());
        }
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
