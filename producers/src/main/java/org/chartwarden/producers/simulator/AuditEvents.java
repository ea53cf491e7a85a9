package org.chartwarden.producers.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.chartwarden.producers.simulator.Recording.Recorder;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkType;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;

/**
 * Recordings as FHIR R4 AuditEvents in the shapes of IHE BALP 1.1: PatientRead, PatientCreate, PatientUpdate and
 * PatientQuery. BALP has no profile for a refused interaction; it is recorded in the shape of the one that was tried,
 * without claiming the profile.
 */
final class AuditEvents {

    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String EVENT_TYPE = "http://terminology.hl7.org/CodeSystem/audit-event-type";
    private static final String PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
    private static final String SECURITY_ROLE = "http://terminology.hl7.org/CodeSystem/extra-security-role-type";
    private static final String SOURCE_TYPE = "http://terminology.hl7.org/CodeSystem/security-source-type";
    private static final String ENTITY_TYPE = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    private static final String RESOURCE_TYPE = "http://hl7.org/fhir/resource-types";
    private static final String OBJECT_ROLE = "http://terminology.hl7.org/CodeSystem/object-role";
    private static final String BALP_ENTITY_TYPE = "https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType";

    private static final String SERVER = "Device/ehr-server";
    private static final String SERVER_ADDRESS = "https://ehr.hospital.example/fhir";

    private AuditEvents() {}

    static AuditEvent of(Recording recording) {
        Act act = recording.act();
        AuditEvent event = new AuditEvent();
        event.setId(recording.recordingId());
        event.setType(new Coding(EVENT_TYPE, "rest", "Restful Operation"));
        event.addSubtype(act.interaction().subtype());
        event.setAction(act.interaction().action());
        event.setRecordedElement(FhirTerms.instant(recording.recorded()));
        act.lasted()
                .ifPresent(lasted -> event.setPeriod(
                        FhirTerms.period(act.time(), Optional.of(act.time().plus(lasted)))));
        event.addPurposeOfEvent(purpose(act));
        addOutcome(event, act);
        addAgents(event, act);
        addSource(event, recording);
        addEntities(event, act);
        return event;
    }

    private static CodeableConcept purpose(Act act) {
        return FhirTerms.concept(
                FhirTerms.ACT_REASON, act.opening().circumstance().purpose(), null);
    }

    private static void addOutcome(AuditEvent event, Act act) {
        AuditEventOutcome outcome = act.opening().circumstance().outcome();
        event.setOutcome(outcome);
        FhirTerms.markAsTestData(event.getMeta());
        if (outcome == AuditEventOutcome._0) {
            act.interaction().profile().ifPresent(event.getMeta()::addProfile);
        }
    }

    private static void addAgents(AuditEvent event, Act act) {
        Desk desk = act.opening().desk();
        boolean toClient = act.interaction().clientIsDestination();
        machine(event, !toClient)
                .setWho(new Reference(SERVER))
                .getNetwork()
                .setAddress(SERVER_ADDRESS)
                .setType(AuditEventAgentNetworkType._5);
        machine(event, toClient)
                .setWho(new Reference().setDisplay(desk.workstation()))
                .getNetwork()
                .setAddress(desk.address())
                .setType(AuditEventAgentNetworkType._2);
        addUser(event, act);
    }

    private static void addUser(AuditEvent event, Act act) {
        StaffMember user = act.opening().user();
        CodeableConcept type =
                FhirTerms.concept(PARTICIPATION, act.interaction().discloses() ? "IRCP" : "AUT", null);
        if (act.opening().desk().screen()) {
            type.addCoding(new Coding(SECURITY_ROLE, "humanuser", "human user"));
        }
        event.addAgent()
                .setType(type)
                .addRole(FhirTerms.role(user.role()))
                .setWho(FhirTerms.reference(FhirTerms.account(user), null))
                .setName(user.name().full())
                .setRequestor(true)
                .addPurposeOfUse(purpose(act));
    }

    private static AuditEventAgentComponent machine(AuditEvent event, boolean destination) {
        String code = destination ? "110152" : "110153";
        String display = destination ? "Destination Role ID" : "Source Role ID";
        return event.addAgent().setType(FhirTerms.concept(DICOM, code, display)).setRequestor(false);
    }

    private static void addSource(AuditEvent event, Recording recording) {
        boolean server = recording.recorder() == Recorder.SERVER;
        event.getSource()
                .setObserver(
                        server
                                ? new Reference(SERVER)
                                : new Reference()
                                        .setDisplay(
                                                recording.act().opening().desk().workstation()))
                .addType(new Coding(SOURCE_TYPE, server ? "4" : "1", server ? "Application Server" : "User Device"));
    }

    private static void addEntities(AuditEvent event, Act act) {
        entity(event, "1", "Person")
                .setWhat(new Reference("Patient/" + act.opening().patientId()))
                .setRole(role("1", "Patient"));
        if (act.interaction() == Interaction.SEARCH) {
            entity(event, "2", "System Object")
                    .setRole(role("24", "Query"))
                    .setQuery(act.object().getBytes(StandardCharsets.UTF_8));
        } else {
            entity(event, "2", "System Object")
                    .setRole(role("4", "Domain Resource"))
                    .setWhat(new Reference(act.object()));
        }
        // BALP slices entities by type and allows one System Object only: the encounter has its resource type.
        act.opening()
                .visit()
                .ifPresent(visit -> event.addEntity()
                        .setType(new Coding(RESOURCE_TYPE, "Encounter", "Encounter"))
                        .setWhat(new Reference("Encounter/" + visit.visitId())));
        event.addEntity()
                .setType(new Coding(BALP_ENTITY_TYPE, "XrequestId", null))
                .setWhat(new Reference().setIdentifier(new Identifier().setValue(act.requestId())));
    }

    private static AuditEventEntityComponent entity(AuditEvent event, String code, String display) {
        return event.addEntity().setType(new Coding(ENTITY_TYPE, code, display));
    }

    private static Coding role(String code, String display) {
        return new Coding(OBJECT_ROLE, code, display);
    }
}
