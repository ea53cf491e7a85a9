package org.chartwarden.producers.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.Patient;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.serde.TrustedClasses;
import org.chartwarden.settings.Settings;

/** Messages as a hospital in Berlin sends them. */
final class Hl7Samples {

    static final Settings SETTINGS = Settings.of(Map.of("hl7.zone", "Europe/Berlin"));

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-08T00:00:00Z"), ZoneOffset.UTC);

    /** Everything in test resources. */
    static final List<String> NAMES = List.of(
            "adt-a01", "adt-a02", "adt-a03", "adt-a04", "adt-a05", "adt-a08", "adt-a11", "adt-a13", "adt-a31",
            "adt-a40", "siu-s12", "siu-s15", "orm-o01", "omg-o19");

    private static final Hl7Reader READER = new Hl7Reader(SETTINGS, CLOCK);

    static {
        TrustedClasses.ensure(); // Before the expectations are built, too.
    }

    private Hl7Samples() {}

    /** A file of the resources, its segments ended as the standard says. */
    static byte[] sample(String name) {
        try (InputStream input = Hl7Samples.class.getResourceAsStream("/hl7/" + name + ".hl7")) {
            return message(new String(input.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Segments, one a line. */
    static byte[] message(String lines) {
        return lines.replace('\n', '\r').getBytes(StandardCharsets.UTF_8);
    }

    /** The segments of an admission after its MSH. */
    static byte[] adt(String event, String segments) {
        return message("MSH|^~\\&|A|B|C|D|20260301083500||ADT^%s|id|P|2.5.1\n%s".formatted(event, segments));
    }

    static List<Outgoing<?>> read(byte[] message) throws Refusal {
        return READER.read(message);
    }

    static Patient patient(byte[] message) throws Refusal {
        return (Patient) read(message).get(0).value();
    }

    /** The only care event, whatever else there is. */
    static CareEvent care(byte[] message) throws Refusal {
        List<CareEvent> all = allCare(message);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    static List<CareEvent> allCare(byte[] message) throws Refusal {
        return read(message).stream()
                .map(Outgoing::value)
                .flatMap(record -> record instanceof CareEvent care ? Stream.of(care) : Stream.empty())
                .toList();
    }

    /** Null when the message is read. */
    static Refusal refusal(byte[] message) {
        return catchThrowableOfType(Refusal.class, () -> READER.read(message));
    }
}
