package org.chartwarden.producers.net;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log what goes wrong on a listener: the first time at once, then at most once a minute and kind with the
 * number, so that nobody can fill the log from outside. Safe for use by many threads.
 */
final class Complaints {

    private static final Logger LOG = LoggerFactory.getLogger(Complaints.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final String name;
    private final InstantSource clock;
    private final Map<String, Kind> kinds = new TreeMap<>();

    private static final class Kind {
        private boolean isOurs;
        private long total;
        private long told;
        private Instant lastTold = Instant.MIN;
        private Instant last = Instant.MIN;
    }

    /** @param name the source's */
    Complaints(String name, InstantSource clock) {
        this.name = name;
        this.clock = clock;
    }

    /** Somebody outside does something wrong. That is not our problem: nobody outside shall make us look ill. */
    void theirs(String kind, String detail) {
        add(kind, detail, false);
    }

    /** We do not cope; {@link #problem()} tells it for a minute. */
    void ours(String kind, String detail) {
        add(kind, detail, true);
    }

    private synchronized void add(String what, String detail, boolean isOurs) {
        Instant now = clock.instant();
        Kind kind = kinds.computeIfAbsent(what, unused -> new Kind());
        kind.isOurs = isOurs;
        kind.total++;
        kind.last = now;
        if (kind.lastTold.isBefore(now.minus(PAUSE))) {
            LOG.warn("{}: {} ({}; {} of them since the last time)", name, what, detail, kind.total - kind.told);
            kind.told = kind.total;
            kind.lastTold = now;
        }
    }

    /** What we did not cope with in the last minute, with the total since the start. */
    synchronized Optional<String> problem() {
        Instant since = clock.instant().minus(PAUSE);
        String problems = kinds.entrySet().stream()
                .filter(entry ->
                        entry.getValue().isOurs && entry.getValue().last.isAfter(since))
                .map(entry -> entry.getKey() + " (" + entry.getValue().total + " since the start)")
                .collect(Collectors.joining("; "));
        return Optional.of(problems).filter(all -> !all.isEmpty());
    }
}
