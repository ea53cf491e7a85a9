package org.chartwarden.sink.mail.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chartwarden.model.Severity;

/**
 * When a recipient is not to be disturbed, every day. What comes up then is mailed together at the end.
 *
 * @param from when they begin
 * @param until when they end; on the next day when it is not later than the begin
 * @param except severities that are mailed nevertheless
 */
record QuietHours(LocalTime from, LocalTime until, Set<Severity> except) {

    private record Span(Instant begin, Instant end) {

        private boolean contains(Instant time) {
            return !time.isBefore(begin) && time.isBefore(end);
        }
    }

    QuietHours {
        if (from.equals(until)) {
            throw new IllegalArgumentException("Quiet hours must end at another time than they begin.");
        }
        except = Set.copyOf(except);
    }

    /** Whether nothing of this severity is to be mailed now. */
    boolean hold(Severity severity, Instant now, ZoneId zone) {
        return !except.contains(severity) && spansUntil(now, zone).anyMatch(span -> span.contains(now));
    }

    /** Whether something of this severity that was due then waited for quiet hours that are over now. */
    boolean held(Severity severity, Instant due, Instant now, ZoneId zone) {
        return !except.contains(severity) && due.isBefore(lastEnd(now, zone));
    }

    private Instant lastEnd(Instant now, ZoneId zone) {
        return spansUntil(now, zone)
                .map(Span::end)
                .filter(end -> !end.isAfter(now))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Those that began today or on the three days before: one of them is over, even where the clocks are changed. */
    private Stream<Span> spansUntil(Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return IntStream.rangeClosed(0, 3).mapToObj(today::minusDays).map(day -> {
            LocalDate last = from.isBefore(until) ? day : day.plusDays(1);
            return new Span(
                    day.atTime(from).atZone(zone).toInstant(),
                    last.atTime(until).atZone(zone).toInstant());
        });
    }
}
