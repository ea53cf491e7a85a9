package org.chartwarden.producers.access;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.Action;

/**
 * DICOM's codes for audit events: ids (PS3.16, CID 400), types (CID 401), and the ids that IHE adds (ITI TF-2, 3.20). FHIR
 * AuditEvents and ATNA messages use the same ones.
 */
public final class DicomEvents {

    private static final String EMERGENCY_OVERRIDE_STARTED = "110127";

    private static final Map<AccessCategory, Stream<String>> CODES = Map.of(
            AccessCategory.RECORD,
            Stream.of(
                    "110103", // DICOM instances accessed
                    "110105", // DICOM study deleted
                    "110107", // import
                    "110109", // order record
                    "110110", // patient record
                    "110111", // procedure record
                    "IHE0001", // health services provision
                    "IHE0002", // medication
                    "IHE0003", // patient care resource assignment
                    "IHE0004", // patient care episode
                    "IHE0005"), // patient care protocol
            AccessCategory.SEARCH,
            Stream.of("110112"), // query
            AccessCategory.EXPORT,
            Stream.of(
                    "110104", // DICOM instances transferred
                    "110106", // export
                    "IHE0006"), // disclosure
            AccessCategory.AUTHENTICATION,
            Stream.of(
                    "110114", // user authentication
                    "110122", // login
                    "110123", // logout
                    "110143", // authentication decision
                    "110145", // session start
                    "110146"), // session stop
            AccessCategory.SECURITY,
            Stream.of(
                    "110113", // security alert
                    "110126", // node authentication
                    EMERGENCY_OVERRIDE_STARTED,
                    "110128", // network configuration
                    "110129", // security configuration
                    "110130", // hardware configuration
                    "110131", // software configuration
                    "110132", // use of a restricted function
                    "110133", // audit recording stopped
                    "110134", // audit recording started
                    "110135", // object security attributes changed
                    "110136", // security roles changed
                    "110137", // user security attributes changed
                    "110138", // emergency override stopped
                    "110139", // remote service operation started
                    "110140", // remote service operation stopped
                    "110141", // local service operation started
                    "110142", // local service operation stopped
                    "110144", // authorization decision
                    "110147"), // access control decision
            AccessCategory.OTHER,
            Stream.of(
                    "110100", // application activity
                    "110101", // audit log used
                    "110102", // begin transferring DICOM instances: their transfer is told by 110104
                    "110108", // network entry
                    "110120", // application start
                    "110121", // application stop
                    "110124", // attach to the network
                    "110125")); // detach from the network

    private static final Map<String, AccessCategory> CATEGORIES = CODES.entrySet().stream()
            .flatMap(entry -> entry.getValue().map(code -> Map.entry(code, entry.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** The action that the standard gives an event which has but one (PS3.15, A.5.3). */
    private static final Map<String, Action> ONLY_ACTIONS = Map.of(
            "110100", Action.E, // application activity
            "110101", Action.R, // audit log used
            "110102", Action.E, // begin transferring DICOM instances
            "110105", Action.D, // DICOM study deleted
            "110106", Action.R, // export
            "110107", Action.C, // import
            "110108", Action.E, // network entry
            "110112", Action.E, // query
            "110113", Action.E, // security alert
            "110114", Action.E); // user authentication

    private DicomEvents() {}

    /**
     * What kind of act a code stands for.
     *
     * @param code an event id or an event type
     * @return empty when it is none of DICOM's or IHE's event ids, nor one of DICOM's event types
     */
    public static Optional<AccessCategory> category(String code) {
        return Optional.ofNullable(CATEGORIES.get(code));
    }

    /**
     * What was done, where the kind of event leaves no choice.
     *
     * @param code an event id
     * @return empty when it is none of DICOM's, or an event of several actions
     */
    public static Optional<Action> onlyAction(String code) {
        return Optional.ofNullable(ONLY_ACTIONS.get(code));
    }

    /**
     * Whether an event type says that a user declared an emergency. Some systems send it for any administrator's login, so
     * that it counts only beside a patient or a purpose of use.
     */
    public static boolean emergency(String typeCode) {
        return EMERGENCY_OVERRIDE_STARTED.equals(typeCode);
    }
}
