package org.chartwarden.producers.poll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.chartwarden.producers.poll.PollException.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls all types, one after the other, and tells when to do so again. Turns are taken by one thread. */
final class Poller {

    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

    /** Doubled more often than this, every pause is the longest one. */
    private static final int DOUBLINGS = 16;

    private final List<TypePoll> types;
    private final Duration interval;
    private final PollLimits limits;
    private final Clock clock;
    private final Map<String, String> problems = new ConcurrentSkipListMap<>();
    private volatile Instant lastComplete;
    private int failures;

    Poller(List<TypePoll> types, Duration interval, PollLimits limits, Clock clock) {
        this.types = types;
        this.interval = interval;
        this.limits = limits;
        this.clock = clock;
        this.lastComplete = clock.instant();
    }

    /** @return how long to wait until the next turn */
    Duration turn() throws InterruptedException {
        boolean complete = true;
        Duration wish = Duration.ZERO;
        for (TypePoll type : types) {
            try {
                run(type);
                problems.remove(type.type());
            } catch (PollException e) {
                complete = false;
                wish = e.retryAfter().compareTo(wish) > 0 ? e.retryAfter() : wish;
                tell(type, e);
                if (e.scope() == Scope.SERVER) {
                    break;
                }
            }
        }
        if (complete) {
            lastComplete = clock.instant();
            failures = 0;
            return interval;
        }
        Duration pause = pause();
        return pause.compareTo(wish) > 0 ? pause : wish;
    }

    private static void run(TypePoll type) throws PollException, InterruptedException {
        try {
            type.run();
        } catch (RuntimeException e) {
            LOG.error("Polling {} failed for a reason that was not foreseen", type.type(), e);
            throw new PollException(Scope.TYPE, "an error of ours, which is in the log", e);
        }
    }

    private void tell(TypePoll type, PollException failure) {
        if (!failure.getMessage().equals(problems.put(type.type(), failure.getMessage()))) {
            LOG.warn("Polling {}: {}", type.type(), failure.getMessage());
            LOG.debug("Polling {} failed", type.type(), failure);
        }
    }

    private Duration pause() {
        failures = Math.min(failures + 1, DOUBLINGS);
        Duration grown = limits.firstPause().multipliedBy(1L << (failures - 1));
        return grown.compareTo(limits.longestPause()) > 0 ? limits.longestPause() : grown;
    }

    /** How long nothing is known of what has changed, once that is longer than the interval accounts for. */
    Duration behind() {
        Duration age = Duration.between(lastComplete, clock.instant());
        return age.compareTo(interval.multipliedBy(2)) > 0 ? age : Duration.ZERO;
    }

    Optional<String> problem() {
        return Optional.of(problems.entrySet().stream()
                        .map(problem -> problem.getKey() + ": " + problem.getValue())
                        .collect(Collectors.joining("; ")))
                .filter(all -> !all.isEmpty());
    }
}
