package org.chartwarden.sink.elasticsearch;

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

    private Fingerprint() {}

    /** @return 64 hexadecimal digits */
    public static String of(ObjectNode document) {
        ObjectNode said = document.deepCopy();
        remove(said, "event", "ingested");
        remove(said, "chartwarden", "ingest_lag");
        HoldTag.remove(said);
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
}
