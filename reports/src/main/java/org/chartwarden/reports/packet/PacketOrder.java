package org.chartwarden.reports.packet;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;

/**
 * Which packet is wanted.
 *
 * @param alertId the alert
 * @param officer user id of whoever hands it out
 * @param madeAt cut to milliseconds
 * @param system the site's name of the system
 * @param zone in which the pages show times
 */
public record PacketOrder(String alertId, String officer, Instant madeAt, String system, ZoneId zone) {

    /** @throws IllegalArgumentException when nobody is named */
    public PacketOrder {
        Objects.requireNonNull(alertId, "alertId");
        if (officer.isBlank()) {
            throw new IllegalArgumentException("The officer who hands the packet out must be named.");
        }
        madeAt = madeAt.truncatedTo(ChronoUnit.MILLIS);
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(zone, "zone");
    }

    /** Another one for each time, officer and alert. */
    String packetId() {
        String all = alertId + "\n" + madeAt + "\n" + officer;
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
