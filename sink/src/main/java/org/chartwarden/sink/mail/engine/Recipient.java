package org.chartwarden.sink.mail.engine;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.chartwarden.model.Severity;

/**
 * Who gets mails.
 *
 * @param address as it is written
 * @param deliver how soon alerts of each severity come; of a severity that is not there none is wanted
 * @param dailyAt time of the daily digest
 * @param interest which alerts are wanted
 * @param quiet when nothing is to come
 * @param hourlyLimit the most mails in any hour, at least 1
 */
record Recipient(
        String address,
        Map<Severity, Delivery> deliver,
        LocalTime dailyAt,
        Interest interest,
        Optional<QuietHours> quiet,
        int hourlyLimit) {

    private static final LocalTime MORNING = LocalTime.of(7, 30);

    Recipient {
        deliver = Map.copyOf(deliver);
        if (hourlyLimit < 1) {
            throw new IllegalArgumentException("The hourly limit must be 1 or more.");
        }
    }

    /** Somebody who gets everything at once. */
    static Recipient ofEverything(String address, int hourlyLimit) {
        Map<Severity, Delivery> atOnce = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            atOnce.put(severity, Delivery.IMMEDIATE);
        }
        return new Recipient(address, atOnce, MORNING, Interest.EVERYTHING, Optional.empty(), hourlyLimit);
    }

    boolean wants(AlertFacts alert) {
        return deliver.containsKey(alert.mailed().severity()) && interest.covers(alert);
    }

    /** How soon this one comes; at once when it is not wanted and comes because nobody else gets it. */
    Delivery delivery(AlertFacts alert) {
        return deliver.getOrDefault(alert.mailed().severity(), Delivery.IMMEDIATE);
    }

    boolean isQuiet(Severity severity, Instant now, ZoneId zone) {
        return quiet.isPresent() && quiet.get().hold(severity, now, zone);
    }

    boolean wasQuiet(Severity severity, Instant due, Instant now, ZoneId zone) {
        return quiet.isPresent() && quiet.get().held(severity, due, now, zone);
    }
}
