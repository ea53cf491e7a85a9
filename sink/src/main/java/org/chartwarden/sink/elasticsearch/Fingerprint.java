package org.chartwarden.sink.elasticsearch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 of what a document says: of its {@linkplain CanonicalJson canonical JSON}. What differs between two
 * writings of the same record is left out: when it was written (event.ingested, chartwarden.ingest_lag), and the tag of
 * a legal hold.
 */
public final class Fingerprint {

    /** The tag of a document under legal hold. */
    public static final String LEGAL_HOLD = "legal-hold";

    private Fingerprint() {}

    /** @return 64 hexadecimal digits */
    public static String of(ObjectNode document) {
        ObjectNode said = document.deepCopy();
        remove(said, "event", "ingested");
        remove(said, "chartwarden", "ingest_lag");
        removeHold(said);
        return CanonicalJson.sha256(said);
    }

    /** @return 64 hexadecimal digits */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void remove(ObjectNode said, String object, String field) {
        if (said.get(object) instanceof ObjectNode parent) {
            parent.remove(field);
        }
    }

    private static void removeHold(ObjectNode said) {
        if (said.get("tags") instanceof ArrayNode tags) {
            for (int i = tags.size() - 1; i >= 0; i--) {
                if (LEGAL_HOLD.equals(tags.get(i).textValue())) {
                    tags.remove(i);
                }
            }
            if (tags.isEmpty()) {
                said.remove("tags");
            }
        }
    }
}
