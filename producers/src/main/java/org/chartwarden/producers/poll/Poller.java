package org.chartwarden.producers.poll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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
    private final Map<String, Rest> resting = new HashMap<>();
    private volatile Instant lastComplete;
    private int failures;

    /** How often a type has failed in a row, and until when it is left alone. */
    private record Rest(int failures, Instant until) {
        static final Rest NONE = new Rest(0, Instant.MIN);
    }

    Poller(List<TypePoll> types, Duration interval, PollLimits limits, Clock clock) {
        this.types = types;
        this.interval = interval;
        this.limits = limits;
        this.clock = clock;
        this.lastComplete = clock.instant();
    }

    /** @return how long to wait until the next turn */
    Duration turn() throws InterruptedException {
        for (TypePoll type : types) {
            if (resting.getOrDefault(type.type(), Rest.NONE).until().isAfter(clock.instant())) {
                continue;
            }
            try {
                run(type);
                problems.remove(type.type());
                resting.remove(type.type());
            } catch (PollException e) {
                tell(type, e);
                if (e.scope() == Scope.SERVER) {
                    failures = Math.min(failures + 1, DOUBLINGS);
                    return longer(pause(failures), e.retryAfter());
                }
                rest(type, e.retryAfter());
            }
        }
        failures = 0;
        if (problems.isEmpty()) {
            lastComplete = clock.instant();
        }
        return interval;
    }

    /** A type that the server refuses is asked ever less often, and holds up none of the others. */
    private void rest(TypePoll type, Duration wish) {
        int number = Math.min(resting.getOrDefault(type.type(), Rest.NONE).failures() + 1, DOUBLINGS);
        Instant until = clock.instant().plus(longer(pause(number), wish));
        resting.put(type.type(), new Rest(number, until));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
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

    private Duration pause(int failed) {
        Duration grown = limits.firstPause().multipliedBy(1L << (failed - 1));
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
