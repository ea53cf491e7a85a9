package org.chartwarden.producers.atna;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chartwarden.producers.access.QueryParameters;
import org.chartwarden.producers.source.Refusal;

/** Something that an act was done on: one ParticipantObjectIdentification (DICOM PS3.15, A.5.2). */
final class AtnaObject {

    static final String PATIENT = "Patient";
    static final String ENCOUNTER = "Encounter";

    private static final String ID = "ParticipantObjectID";
    private static final String PERSON = "1";
    private static final String PATIENT_ROLE = "1";
    private static final String QUERY_ROLE = "24";
    private static final String ENCOUNTER_NUMBER = "3";
    private static final String STUDY_INSTANCE_UID = "110180";
    private static final String REQUEST_ID = "XrequestId";

    /** RFC 3881: medical record number and patient number, by which systems without roles tell a patient. */
    private static final Set<String> PATIENT_NUMBERS = Set.of("1", "2");

    /** Export and disclosure. */
    private static final Set<String> DISCLOSURES = Set.of("10", "11");

    /** {@code Observation/o1}, also at the end of a URL or with its version behind it. */
    private static final Pattern FHIR_REFERENCE = Pattern.compile(
            "(?:.*/)?([A-Z][a-z][A-Za-z]{1,40})/([A-Za-z0-9.-]{1,64})(?:/_history/[A-Za-z0-9.-]{1,64})?");

    private final XmlElement element;
    private final CodedValue idType;
    private final Optional<String> id;
    private final Optional<Matcher> reference;

    AtnaObject(XmlElement element) {
        this.element = element;
        this.idType = element.children("ParticipantObjectIDTypeCode").stream()
                .findFirst()
                .map(CodedValue::of)
                .orElse(new CodedValue(Optional.empty(), Optional.empty()));
        this.id = element.attribute(ID);
        this.reference = id.map(FHIR_REFERENCE::matcher).filter(Matcher::matches);
    }

    String path() {
        return element.path();
    }

    boolean isPatient() {
        Optional<String> role = element.attribute("ParticipantObjectTypeCodeRole");
        if (role.isPresent()) {
            return role.get().equals(PATIENT_ROLE);
        }
        boolean person = element.attribute("ParticipantObjectTypeCode")
                .filter(PERSON::equals)
                .isPresent();
        return isPatientResource() || person && PATIENT_NUMBERS.stream().anyMatch(idType::is);
    }

    /** Whether it is told as FHIR's Patient, not just by a number. */
    boolean isPatientResource() {
        return reference.filter(found -> found.group(1).equals(PATIENT)).isPresent();
    }

    String patientId() throws Refusal {
        if (isPatientResource()) {
            return reference.orElseThrow().group(2);
        }
        return id.flatMap(UserIds::component)
                .orElseThrow(() -> new Refusal(
                        element.pathOf(ID),
                        "does not identify the patient; an id such as 123^^^&1.2.3&ISO is required"));
    }

    /** X-Request-Id of an HTTP interaction, where that is what this is. */
    Optional<String> requestId() {
        return id.filter(found -> isRequestId());
    }

    boolean isRequestId() {
        return idType.is(REQUEST_ID);
    }

    boolean isQuery() {
        return element.attribute("ParticipantObjectTypeCodeRole")
                        .filter(QUERY_ROLE::equals)
                        .isPresent()
                || !element.children("ParticipantObjectQuery").isEmpty();
    }

    boolean isDisclosed() {
        return element.attribute("ParticipantObjectDataLifeCycle")
                .filter(DISCLOSURES::contains)
                .isPresent();
    }

    boolean isEncounter() {
        return type().filter(ENCOUNTER::equals).isPresent();
    }

    /** FHIR's resource type where the object is one, else what the source calls it. */
    Optional<String> type() {
        if (reference.isPresent()) {
            return reference.map(found -> found.group(1));
        }
        if (idType.is(ENCOUNTER_NUMBER)) {
            return Optional.of(ENCOUNTER);
        }
        return idType.is(STUDY_INSTANCE_UID)
                ? Optional.of("ImagingStudy")
                : idType.words().or(idType::code);
    }

    Optional<String> id() {
        return reference.map(found -> found.group(2)).or(() -> id.flatMap(this::numberOnly));
    }

    private Optional<String> numberOnly(String text) {
        return isEncounter() ? UserIds.component(text) : Optional.of(text);
    }

    Stream<String> securityLabels() {
        return element.attribute("ParticipantObjectSensitivity").stream()
                .flatMap(labels -> Stream.of(labels.split("[,;]")))
                .flatMap(label -> XmlElement.present(label).stream());
    }

    /** Names of what was searched by; what is not base64, as the standard asks for, names nothing. */
    Stream<String> queryParameters() {
        return element.children("ParticipantObjectQuery").stream()
                .flatMap(query -> decoded(query.text()))
                .flatMap(QueryParameters::names);
    }

    private static Stream<byte[]> decoded(String text) {
        try {
            String base64 = text.replaceAll("\\s", "");
            return Stream.of(Base64.getDecoder().decode(base64.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IllegalArgumentException notBase64) {
            return Stream.empty(); // an access must not be lost for the words of a search
        }
    }
}
