package org.chartwarden.producers.atna;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Action;
import org.chartwarden.model.Outcome;
import org.chartwarden.producers.doors.Act;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.serde.TrustedClasses;

/** Acts as ATNA messages, and what all tests of them share. */
public final class AtnaSamples {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T18:00:00Z"), ZoneOffset.UTC);
    static final AtnaReader READER = new AtnaReader(CLOCK, ZoneId.of("Europe/Berlin"));

    static {
        TrustedClasses.ensure();
    }

    private AtnaSamples() {}

    /** The act as DICOM PS3.15 writes it. */
    public static byte[] xml(Act act) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><AuditMessage>");
        event(xml, act);
        participants(xml, act);
        xml.append("<AuditSourceIdentification AuditSourceID=\"%s\"/>".formatted(escaped(act.sourceSystem())));
        objects(xml, act);
        return xml.append("</AuditMessage>").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The same in a syslog message as ITI-20 asks for it, with a byte order mark. */
    public static byte[] syslog(Act act) {
        String header = "<85>1 %s ehr.example.org EHR 4711 IHE+RFC-3881 - \uFEFF".formatted(act.time());
        return (header + new String(xml(act), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    /** Reads a message that tells of one access. */
    static AccessEvent read(String xml) throws Refusal {
        return read(xml.getBytes(StandardCharsets.UTF_8));
    }

    static AccessEvent read(byte[] raw) throws Refusal {
        List<AccessEvent> read = readAll(raw);
        if (read.size() != 1) {
            throw new AssertionError("expected one access, but read " + read.size());
        }
        return read.get(0);
    }

    static List<AccessEvent> readAll(byte[] raw) throws Refusal {
        return READER.read(raw).stream()
                .map(outgoing -> (AccessEvent) outgoing.value())
                .toList();
    }

    private static void event(StringBuilder xml, Act act) {
        xml.append("<EventIdentification EventActionCode=\"%s\" EventDateTime=\"%s\" EventOutcomeIndicator=\"%s\">"
                .formatted(act.action(), act.time().atOffset(ZoneOffset.ofHours(1)), outcome(act.outcome())));
        xml.append(coded("EventID", act.dicomEventId(), "DCM"));
        if (act.interaction() != null) {
            xml.append(coded("EventTypeCode", act.interaction(), "http://hl7.org/fhir/restful-interaction"));
        }
        if (act.dicomEventType() != null) {
            xml.append(coded("EventTypeCode", act.dicomEventType(), "DCM"));
        }
        act.purposeOfUse()
                .forEach(purpose -> xml.append(coded("PurposeOfUse", purpose, "2.16.840.1.113883.1.11.20448")));
        xml.append("</EventIdentification>");
    }

    private static void participants(StringBuilder xml, Act act) {
        if (act.userId() == null) {
            xml.append("<ActiveParticipant UserID=\"application\" UserIsRequestor=\"false\"%s>%s</ActiveParticipant>"
                    .formatted(address(act), coded("RoleIDCode", "110150", "DCM")));
            return;
        }
        String name = act.userName() == null ? "" : " UserName=\"%s\"".formatted(escaped(act.userName()));
        xml.append("<ActiveParticipant UserID=\"%s\"%s UserIsRequestor=\"true\"%s>"
                .formatted(escaped(act.userId()), name, address(act)));
        if (act.interactive()) {
            xml.append(
                    coded("RoleIDCode", "humanuser", "http://terminology.hl7.org/CodeSystem/extra-security-role-type"));
        }
        if (act.userRole() != null) {
            xml.append(coded("RoleIDCode", act.userRole(), "local"));
        }
        xml.append("</ActiveParticipant>");
        boolean reading = act.action() == Action.R;
        xml.append(
                "<ActiveParticipant UserID=\"https://ehr.example.org\" UserIsRequestor=\"false\">%s</ActiveParticipant>"
                        .formatted(coded("RoleIDCode", reading ? "110153" : "110152", "DCM")));
    }

    private static String address(Act act) {
        if (act.networkAddress() == null) {
            return "";
        }
        boolean number = act.networkAddress().matches("[0-9a-f.:]+");
        return " NetworkAccessPointTypeCode=\"%s\" NetworkAccessPointID=\"%s\""
                .formatted(number ? "2" : "1", act.networkAddress());
    }

    private static void objects(StringBuilder xml, Act act) {
        boolean own = "Patient".equals(act.objectType());
        if (act.patientId() != null) {
            String id = own ? "Patient/" + act.patientId() : act.patientId() + "^^^&amp;1.2.3.4&amp;ISO";
            xml.append(object(id, "1", "1", coded("ParticipantObjectIDTypeCode", "2", "RFC-3881"), label(act, own)));
        }
        if (act.encounterId() != null) {
            boolean only = "Encounter".equals(act.objectType());
            xml.append(object(
                    act.encounterId(),
                    "2",
                    null,
                    coded("ParticipantObjectIDTypeCode", "3", "RFC-3881"),
                    label(act, only)));
        }
        if (act.objectType() != null && !own && !act.objectType().equals("Encounter")) {
            String id = act.objectType() + "/" + act.objectId();
            xml.append(object(id, "2", "3", coded("ParticipantObjectIDTypeCode", "12", "RFC-3881"), label(act, true)));
        }
        if (!act.queryParameters().isEmpty()) {
            String type = coded("ParticipantObjectIDTypeCode", "ITI-78", "IHE Transactions");
            xml.append(object("search", "2", "24", type + query(act), ""));
        }
        if (act.requestId() != null) {
            String type = coded("ParticipantObjectIDTypeCode", "XrequestId", "https://profiles.ihe.net/ITI/BALP");
            xml.append(object(act.requestId(), "2", null, type, ""));
        }
    }

    private static String query(Act act) {
        String parameters =
                act.queryParameters().stream().map(name -> name + "=secret").collect(Collectors.joining("&"));
        byte[] request = ("GET /fhir/Patient?" + parameters).getBytes(StandardCharsets.UTF_8);
        return "<ParticipantObjectQuery>%s</ParticipantObjectQuery>"
                .formatted(Base64.getEncoder().encodeToString(request));
    }

    private static String label(Act act, boolean here) {
        return here && !act.securityLabels().isEmpty()
                ? " ParticipantObjectSensitivity=\"%s\"".formatted(String.join(",", act.securityLabels()))
                : "";
    }

    private static String object(String id, String type, String role, String content, String attributes) {
        String roleAttribute = role == null ? "" : " ParticipantObjectTypeCodeRole=\"%s\"".formatted(role);
        return ("<ParticipantObjectIdentification ParticipantObjectID=\"%s\" ParticipantObjectTypeCode=\"%s\"%s%s>%s"
                        + "</ParticipantObjectIdentification>")
                .formatted(id, type, roleAttribute, attributes, content);
    }

    private static String coded(String element, String code, String system) {
        return "<%s csd-code=\"%s\" codeSystemName=\"%s\" originalText=\"words\"/>".formatted(element, code, system);
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case SUCCESS -> "0";
            case MINOR_FAILURE -> "4";
            case SERIOUS_FAILURE -> "8";
            case MAJOR_FAILURE -> "12";
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
