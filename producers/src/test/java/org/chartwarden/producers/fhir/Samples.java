package org.chartwarden.producers.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** AuditEvents after IHE BALP's examples. */
public final class Samples {

    /** When the tests take place. */
    public static final Instant NOW = Instant.parse("2026-03-05T00:00:00Z");

    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    /** The shortest event that is read; {@code %s} is its id. */
    private static final String SMALL = """
            {"resourceType":"AuditEvent","id":"%s","type":{"code":"rest"},"action":"R",\
            "recorded":"2026-03-04T08:49:00Z","agent":[{"who":{"reference":"Practitioner/prac-7"},"requestor":true}],\
            "source":{"observer":{"display":"ehr"}},\
            "entity":[{"what":{"reference":"Patient/pat-1"},"role":{"code":"1"}}]}""";

    private Samples() {}

    public static byte[] balp(String name) {
        try (InputStream input = Samples.class.getResourceAsStream("/balp/" + name + ".json")) {
            return input.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String small(String id) {
        return SMALL.formatted(id);
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
