package org.chartwarden.producers.hl7;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;

/**
 * How this site's messages are meant.
 *
 * @param zone of times without an offset
 */
record Hl7Site(ZoneId zone, PatientIdentifier identifier) {

    static Hl7Site of(Settings settings) {
        boolean hasOwnZone = settings.optional(Setting.HL7_ZONE).isPresent();
        return new Hl7Site(
                settings.zone(hasOwnZone ? Setting.HL7_ZONE : Setting.SITE_ZONE), PatientIdentifier.of(settings));
    }

    /** The patient of PID-3. */
    String patientId(Hl7Message message) throws Refusal {
        return identifier.in(message.required("PID"), 3);
    }

    /**
     * When the source last changed what it tells: EVN-2, else MSH-7. A date without a time of day would let a morning's
     * message replace an evening's.
     *
     * @return null when neither says so
     */
    Instant updatedAt(Hl7Message message) throws Refusal {
        Optional<Segment> event = message.first("EVN");
        Optional<Hl7Time> recorded = event.isPresent() ? Hl7Time.of(event.get().field(2)) : Optional.empty();
        Optional<Hl7Time> sent = Hl7Time.of(message.header().segment().field(7));
        return recorded.filter(Hl7Time::isMoment)
                .or(() -> sent.filter(Hl7Time::isMoment))
                .map(time -> time.start(zone))
                .orElse(null);
    }

    /** When something begins; null when it is not told. */
    Instant start(Field field, int component) throws Refusal {
        return Hl7Time.of(field, component).map(time -> time.start(zone)).orElse(null);
    }

    /** When something ends; null when it is not told. */
    Instant end(Field field, int component) throws Refusal {
        return Hl7Time.of(field, component).map(time -> time.end(zone)).orElse(null);
    }
}
