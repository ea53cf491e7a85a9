package org.chartwarden.producers.hl7;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.producers.source.VersionTimes;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;

/**
 * How this site's messages are meant.
 *
 * @param zone of times without an offset
 * @param clock tells whether a message can be from now
 */
record Hl7Site(ZoneId zone, PatientIdentifier identifier, Clock clock) {

    static Hl7Site of(Settings settings, Clock clock) {
        boolean hasOwnZone = settings.optional(Setting.HL7_ZONE).isPresent();
        return new Hl7Site(
                settings.zone(hasOwnZone ? Setting.HL7_ZONE : Setting.SITE_ZONE),
                PatientIdentifier.of(settings),
                clock);
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
     * @throws Refusal when it is no time, or in the future
     */
    Instant updatedAt(Hl7Message message) throws Refusal {
        Optional<Segment> event = message.first("EVN");
        Instant recorded = event.isPresent() ? moment(event.get().field(2)) : null;
        Instant sent = moment(message.header().segment().field(7));
        Instant updatedAt = recorded == null ? sent : recorded;
        VersionTimes.requirePlausible(recorded == null ? "MSH-7" : "EVN-2", updatedAt, clock);
        return updatedAt;
    }

    private Instant moment(Field field) throws Refusal {
        return Hl7Time.of(field)
                .filter(Hl7Time::isMoment)
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
