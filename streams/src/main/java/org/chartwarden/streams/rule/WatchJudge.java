package org.chartwarden.streams.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.chartwarden.streams.rule.Watch.Remembered;
import org.chartwarden.streams.state.Observation;
import org.chartwarden.streams.state.RuleMemory;

/**
 * Judges an access together with others of its subject.
 *
 * <p>A rule remembers its accesses for its reach and the horizon beyond it, because an access may arrive so late and
 * still count in every window that contains it.
 *
 * @param horizon how late an access may arrive
 */
record WatchJudge(Rule rule, Watch watch, Duration horizon) implements RuleJudge {

    @Override
    public void judge(Draft draft) {
        Facts facts = draft.facts();
        List<Observation> seen = watch.observe(facts);
        if (seen.isEmpty()) {
            return;
        }
        Optional<RuleMemory> memory = draft.profile().of(rule);
        List<Observation> sorted = memory.map(RuleMemory::getObservations).orElse(List.of());
        List<Observation> all = Observations.with(sorted, seen, watch.reach().plus(horizon), watch.most());
        if (all.stream().noneMatch(each -> each == seen.get(0))) {
            // Too old to be remembered: no window that is still known contains it.
            return;
        }
        Instant since = memory.map(RuleMemory::getSince).orElse(facts.time());
        Remembered before = new Remembered(since, sorted);
        Remembered after = new Remembered(since.isBefore(facts.time()) ? since : facts.time(), all);
        find(draft, seen, watch.counting(before), watch.counting(after));
        draft.profile().put(rule, memory(after));
    }

    /** Compares what fires now with what fired before, among the windows that the access can change. */
    private void find(Draft draft, List<Observation> seen, Remembered before, Remembered after) {
        Facts facts = draft.facts();
        boolean counts = after.sorted().stream().anyMatch(each -> each == seen.get(0));
        if (!counts && after.sorted().size() == before.sorted().size()) {
            return;
        }
        // An access that counts changes the windows that contain it; one that takes others back, also those before it.
        Duration ahead = counts ? Duration.ZERO : watch.lookAhead();
        Map<String, List<Observation>> now = firing(after, ends(before, after, facts.time(), ahead));
        if (!watch.takesBack()) {
            now.values().stream()
                    .filter(evidence -> ids(evidence).contains(facts.eventId()))
                    .forEach(evidence -> draft.hits().add(hit(facts, evidence)));
            return;
        }
        Map<String, List<Observation>> earlier = firing(before, ends(before, before, facts.time(), ahead));
        Set<String> withdrawn = new TreeSet<>();
        earlier.forEach((end, evidence) -> {
            List<String> left = ids(now.getOrDefault(end, List.of()));
            ids(evidence).stream().filter(id -> !left.contains(id)).forEach(withdrawn::add);
        });
        withdrawn.forEach(eventId -> draft.withdrawals().add(new Withdrawal(rule, eventId)));
        // An access that was withdrawn from one window may stand in another, which must be told anew.
        firing(
                        after,
                        withdrawn.isEmpty()
                                ? ends(before, after, facts.time(), ahead)
                                : IntStream.range(0, after.sorted().size()))
                .forEach((end, evidence) -> {
                    List<String> known = ids(earlier.getOrDefault(end, List.of()));
                    if (ids(evidence).stream().anyMatch(id -> withdrawn.contains(id) || !known.contains(id))) {
                        draft.hits().add(hit(facts, evidence));
                    }
                });
    }

    /** What fires, by the id of the access that ends it, in order of time. */
    private Map<String, List<Observation>> firing(Remembered remembered, IntStream ends) {
        Map<String, List<Observation>> firing = new LinkedHashMap<>();
        ends.forEach(last -> {
            List<Observation> evidence = watch.endingAt(remembered, last);
            if (!evidence.isEmpty()) {
                firing.put(remembered.sorted().get(last).getEventId(), evidence);
            }
        });
        return firing;
    }

    /** The accesses whose windows an access of that time can change: all, when the subject is known for longer by it. */
    private IntStream ends(Remembered before, Remembered remembered, Instant time, Duration ahead) {
        if (watch.takesBack() && time.isBefore(before.since())) {
            return IntStream.range(0, remembered.sorted().size());
        }
        return Observations.indexes(
                remembered.sorted(), time.minus(ahead), time.plus(ahead).plus(watch.reach()));
    }

    private static List<String> ids(List<Observation> evidence) {
        return evidence.stream().map(Observation::getEventId).toList();
    }

    private Hit hit(Facts facts, List<Observation> evidence) {
        return new Hit(
                rule, evidence.get(evidence.size() - 1).getTime(), Reasons.ofWindow(rule, facts, evidence), evidence);
    }

    /** By its constructor: a builder copies deeply what it is given. */
    private RuleMemory memory(Remembered after) {
        return new RuleMemory(rule.shape(), after.since(), watch.compressed(after.sorted()), List.of(), List.of());
    }
}
