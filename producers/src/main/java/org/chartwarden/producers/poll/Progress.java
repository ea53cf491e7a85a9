package org.chartwarden.producers.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chartwarden.producers.fhir.ResourceHead;

/**
 * Where the mark stands while one type is polled. The mark moves with each page as long as the server sorts by
 * {@code _lastUpdated}; when it turns out not to, the mark stays where it was until the last page is stored.
 */
final class Progress {

    /**
     * How far a search reaches back behind the mark: a resource becomes visible only some time after the server has
     * stamped it.
     */
    static final Duration OVERLAP = Duration.ofSeconds(10);

    /** Ids and versions as FHIR allows them (R4, 2.24.0.1); nothing else goes into the file. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");

    private final Mark begin;
    private final Instant now;
    private final int remembered;
    private final Map<String, Instant> seen;
    private Instant newest;
    private Instant previous = Instant.MIN;
    private boolean sorted = true;

    /**
     * @param now what claims to be changed later does not move the mark beyond it
     * @param remembered at most that many versions are
     */
    Progress(Mark begin, Instant now, int remembered) {
        this.begin = begin;
        this.now = now;
        this.remembered = remembered;
        this.seen = new HashMap<>(begin.seen());
        this.newest = begin.since();
    }

    /** Whether this version is stored already. */
    boolean isKnown(ResourceHead head) {
        return key(head).filter(seen::containsKey).isPresent();
    }

    /** This version is stored, once the page is. */
    void took(ResourceHead head) {
        if (head.lastUpdated().isEmpty()) {
            return;
        }
        Instant changed = head.lastUpdated().get();
        sorted &= !changed.isBefore(previous);
        previous = changed;
        Instant plausible = changed.isAfter(now) ? now : changed;
        newest = plausible.isAfter(newest) ? plausible : newest;
        if (seen.size() < 2 * remembered) {
            key(head).ifPresent(key -> seen.put(key, changed));
        }
    }

    /** To go on from when this page is stored, and others may follow. */
    Mark afterPage() {
        return sorted ? mark() : begin;
    }

    /** To go on from when all pages are stored. */
    Mark afterAll() {
        return mark();
    }

    boolean isMoving() {
        return sorted && newest.isAfter(begin.since());
    }

    private Mark mark() {
        Instant edge = newest.minus(OVERLAP);
        seen.values().removeIf(changed -> changed.isBefore(edge));
        Map<String, Instant> kept = new HashMap<>();
        seen.entrySet().stream().limit(remembered).forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        return new Mark(newest, kept);
    }

    private static Optional<String> key(ResourceHead head) {
        Optional<String> version =
                head.versionId().or(() -> head.lastUpdated().map(changed -> Long.toString(changed.toEpochMilli())));
        return head.id()
                .filter(id -> ID.matcher(id).matches())
                .flatMap(
                        id -> version.filter(text -> ID.matcher(text).matches()).map(text -> id + " " + text));
    }
}
