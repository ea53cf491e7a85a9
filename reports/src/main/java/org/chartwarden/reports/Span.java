package org.chartwarden.reports;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Which time a report is about.
 *
 * @param since from this event time on; empty for all that is kept
 * @param until before this event time
 */
public record Span(Optional<Instant> since, Instant until) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** @throws IllegalArgumentException when it ends before it begins */
    public Span {
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(until, "until");
        if (since.isPresent() && !since.get().isBefore(until)) {
            throw new IllegalArgumentException("A report's time must begin before it ends.");
        }
    }

    /** As people read it. */
    public String words(ZoneId zone) {
        String end = "before " + TIME.format(until.atZone(zone));
        String begin =
                since.map(time -> "from " + TIME.format(time.atZone(zone))).orElse("from the oldest on record");
        return begin + ", " + end + " (" + zone + ")";
    }
}
