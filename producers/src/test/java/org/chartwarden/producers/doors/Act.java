package org.chartwarden.producers.doors;

import java.time.Instant;
import java.util.List;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.Action;
import org.chartwarden.model.Outcome;

/**
 * One act as a hospital's system would record it: exactly what every door can carry. What is null is not told. There is no
 * id of the record, no end, and no token, since ATNA has none of them.
 *
 * @param userId null: nobody is named, and a client application asks on its own; then there is no name and no role, and
 *     networkAddress is that of the application
 * @param objectType a FHIR resource type; an encounter that is all that was touched is the object, too; Patient only for
 *     a RESTful interaction with the patient's own resource
 * @param securityLabels at most one
 * @param queryParameters names, of a search only; sample values are up to the door
 */
public record Act(
        Instant time,
        Action action,
        AccessCategory category,
        Outcome outcome,
        String userId,
        String userName,
        String userRole,
        String patientId,
        String encounterId,
        String objectType,
        String objectId,
        List<String> purposeOfUse,
        String sourceSystem,
        String networkAddress,
        String requestId,
        boolean interactive,
        List<String> securityLabels,
        List<String> queryParameters) {

    public Act {
        purposeOfUse = List.copyOf(purposeOfUse);
        securityLabels = List.copyOf(securityLabels);
        queryParameters = List.copyOf(queryParameters);
        if (encounterId != null && objectType == null) {
            throw new IllegalArgumentException("an encounter that is all that was touched is the object");
        }
    }

    /** A hundred varied acts, always the same ones, no two of them alike. */
    public static List<Act> hundred() {
        return new Acts().hundred();
    }

    /** DICOM's event id for this kind of act (PS3.16, CID 400). */
    public String dicomEventId() {
        return switch (category) {
            case RECORD -> "110110";
            case SEARCH -> "110112";
            case EXPORT -> "110106";
            case AUTHENTICATION -> "110114";
            case SECURITY -> "110113";
            case OTHER -> "110100";
        };
    }

    /** DICOM's event type beside it (CID 401); null where there is none. */
    public String dicomEventType() {
        return switch (category) {
            case RECORD, SEARCH, EXPORT -> null;
            case AUTHENTICATION -> "110122";
            case SECURITY -> "110136";
            case OTHER -> "110120";
        };
    }

    /** The RESTful interaction that a record or a search was; null for any other act. */
    public String interaction() {
        if (category == AccessCategory.SEARCH) {
            return "search-type";
        }
        if (category != AccessCategory.RECORD) {
            return null;
        }
        return switch (action) {
            case C -> "create";
            case R -> "read";
            case U -> "update";
            case D -> "delete";
            case E -> null;
        };
    }
}
