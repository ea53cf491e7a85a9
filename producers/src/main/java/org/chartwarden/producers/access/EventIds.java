package org.chartwarden.producers.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.chartwarden.model.AccessEvent;

/**
 * Gives one act the same id, however often and through whichever door it is told.
 *
 * <p>An id is the first 32 hexadecimal digits of the SHA-256 of what identifies the act, each part with its length
 * before it, so that no two different lists of parts look alike. In this order, the first that is there counts:
 *
 * <ol>
 *   <li>X-Request-Id, patient and action: IHE BALP has client and server both record an act, under one request id. A
 *       search that found three patients has one request id, and is three acts.
 *   <li>the system that recorded it, the id it gave its record, such as AuditEvent.id, and the patient: one record may
 *       tell of several.
 *   <li>what was done: user, patient, action, category, outcome, time, object and encounter; without a user and a patient,
 *       where it was done, too.
 * </ol>
 *
 * <p>For example, the client's and the server's AuditEvent of reading patient p1 under the request id r7 both give the
 * SHA-256 of {@code 7:request2:r72:p11:R}, and so are one act.
 */
public final class EventIds {

    private static final int HEX_DIGITS = 32;

    private EventIds() {}

    public static String ofRequest(String requestId, String patientId, String action) {
        return hash("request", requestId, patientId, action);
    }

    public static String ofRecord(String sourceSystem, String recordId, String patientId) {
        return hash("record", sourceSystem, recordId, patientId);
    }

    /**
     * @param told everything but the ids. The system that recorded it counts only where neither a user nor a patient is
     *     told: different systems tell of the same person's act, but an act of nobody on nobody is the system's own.
     */
    public static String ofAct(AccessEvent.Builder told) {
        boolean ofNobody = told.getUserId() == null && told.getPatientId() == null;
        return hash(
                "act",
                told.getUserId(),
                told.getPatientId(),
                told.getAction().name(),
                told.getCategory().name(),
                told.getOutcome().name(),
                told.getTime().toString(),
                told.getObjectType() == null ? null : told.getObjectType() + "/" + told.getObjectId(),
                told.getEncounterId(),
                ofNobody ? told.getSourceSystem() : null);
    }

    /** A part that is not there differs from an empty one. */
    private static String hash(String... parts) {
        StringBuilder identity = new StringBuilder();
        for (String part : parts) {
            identity.append(part == null ? "-" : part.length() + ":" + part);
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(identity.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
