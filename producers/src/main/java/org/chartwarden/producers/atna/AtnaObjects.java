package org.chartwarden.producers.atna;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chartwarden.producers.access.AccessEvents;
import org.chartwarden.producers.access.QueryParameters;
import org.chartwarden.producers.source.Refusal;

/** What an act was done on: all participant objects of a message. */
final class AtnaObjects {

    private final List<AtnaObject> objects;

    AtnaObjects(XmlElement message) {
        this.objects = message.children("ParticipantObjectIdentification").stream()
                .map(AtnaObject::new)
                .toList();
    }

    /** The patients, each once; mostly one. */
    List<String> patientIds() throws Refusal {
        Set<String> ids = new LinkedHashSet<>();
        for (AtnaObject object : objects) {
            if (object.isPatient()) {
                ids.add(object.patientId());
                AccessEvents.requireBoundedPatients(ids.size(), object.path());
            }
        }
        return new ArrayList<>(ids);
    }

    boolean disclosed() {
        return objects.stream().anyMatch(AtnaObject::isDisclosed);
    }

    Optional<String> encounterId() {
        return others().filter(AtnaObject::isEncounter).findFirst().flatMap(AtnaObject::id);
    }

    /** What was touched besides the patient as such; an encounter is the context, unless it is all there is. */
    Optional<AtnaObject> object() {
        return others().filter(object -> !object.isEncounter()).findFirst().or(() -> others().findFirst());
    }

    /** Whether the patients are told as FHIR's Patient resources, which were touched themselves. */
    boolean ofPatientResource() {
        return objects.stream().anyMatch(object -> object.isPatient() && object.isPatientResource());
    }

    Optional<String> requestId() {
        return objects.stream().flatMap(object -> object.requestId().stream()).findFirst();
    }

    List<String> securityLabels() {
        return objects.stream().flatMap(AtnaObject::securityLabels).distinct().toList();
    }

    List<String> queryParameters() {
        return objects.stream()
                .flatMap(AtnaObject::queryParameters)
                .distinct()
                .limit(QueryParameters.MOST_NAMES)
                .toList();
    }

    private Stream<AtnaObject> others() {
        return objects.stream().filter(object -> !object.isPatient() && !object.isRequestId() && !object.isQuery());
    }
}
