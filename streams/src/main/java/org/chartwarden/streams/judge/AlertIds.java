package org.chartwarden.streams.judge;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Derives an alert's id from its story, so that a replay finds the same one. Keyed (HMAC-SHA-256, RFC 2104), because ids
 * travel in mails and links: whoever knows a person's identifiers must not be able to compute the id, or to test a guess.
 */
public final class AlertIds {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int CHARACTERS = 32;
    private static final int SHORTEST_KEY = 16;

    private final SecretKey key;

    /**
     * @param key the site's secret
     * @throws IllegalArgumentException when it has less than 16 characters
     */
    public AlertIds(String key) {
        if (key.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException("the key of the alert ids has " + key.length()
                    + " characters, but must have " + SHORTEST_KEY + " or more");
        }
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** 32 hexadecimal digits. An empty user or patient means that the story is about any. */
    public String of(String ruleId, String userId, String patientId, Instant start) {
        // Ids may contain any separator, so each part is preceded by its length.
        StringBuilder story = new StringBuilder();
        for (String part : List.of(ruleId, userId, patientId, start.toString())) {
            story.append(part.length()).append(':').append(part);
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] digest = mac.doFinal(story.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, CHARACTERS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
