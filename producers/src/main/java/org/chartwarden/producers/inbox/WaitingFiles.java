package org.chartwarden.producers.inbox;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files that wait in one feed's folder. A file is finished when two looks find it alike, so that one that is still
 * written is left. Looked at by one thread; asked how far it is behind by any.
 */
final class WaitingFiles {

    private final Clock clock;
    private final Map<Path, Seen> seen = new ConcurrentHashMap<>();

    /** @param since the first look that found it */
    private record Seen(Fingerprint fingerprint, Instant since) {}

    WaitingFiles(Clock clock) {
        this.clock = clock;
    }

    /** A file that nobody seems to write any more. */
    record Finished(Path file, Fingerprint fingerprint) {}

    /** Takes what a look has found; returns what is finished, the oldest first. */
    List<Finished> look(List<Path> found) throws IOException {
        List<Finished> finished = new ArrayList<>();
        seen.keySet().retainAll(found);
        for (Path file : found) {
            Optional<Fingerprint> fingerprint = fingerprint(file);
            if (fingerprint.isPresent() && isAsBefore(file, fingerprint.get())) {
                finished.add(new Finished(file, fingerprint.get()));
            }
        }
        finished.sort(Comparator.comparing((Finished file) -> file.fingerprint().modified())
                .thenComparing(Finished::file));
        return finished;
    }

    private boolean isAsBefore(Path file, Fingerprint now) {
        Seen before = seen.get(file);
        seen.put(file, new Seen(now, before == null ? clock.instant() : before.since()));
        return before != null && before.fingerprint().equals(now);
    }

    private static Optional<Fingerprint> fingerprint(Path file) throws IOException {
        try {
            return Optional.of(Fingerprint.of(file));
        } catch (NoSuchFileException e) {
            return Optional.empty(); // taken away since the folder was listed: its sender's business
        }
    }

    /** The file is out of the folder. */
    void gone(Path file) {
        seen.remove(file);
    }

    /** For how long the oldest file has been lying here. */
    Duration behind() {
        return seen.values().stream()
                .map(Seen::since)
                .min(Comparator.naturalOrder())
                .map(since -> Duration.between(since, clock.instant()))
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
    }
}
