package org.chartwarden.streams.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.chartwarden.streams.state.Observation;
import org.chartwarden.streams.state.OpenDay;
import org.chartwarden.streams.state.RuleMemory;

/**
 * Compares what a user does in a day with what is usual. Unlike all other kinds, it also depends on what was learned
 * until then. Days without any access do not count: a part-time nurse's free days say nothing about her working days.
 *
 * @param horizon how late an access may arrive
 */
record BaselineJudge(Rule rule, Detection.Baseline baseline, Duration horizon) implements RuleJudge {

    /** So many active days of the user's own, or so many peers, make a baseline. */
    static final int FEWEST = 5;

    /** So many days make the baseline of a user's own days. */
    static final int MOST_DAYS = 28;

    @Override
    public void judge(Draft draft) {
        Facts facts = draft.facts();
        if (!baseline.where().of(facts)) {
            return;
        }
        String value = baseline.measure() instanceof Measure.Distinct distinct
                ? distinct.of().of(facts)
                : facts.eventId();
        if (value.isEmpty()) {
            return;
        }
        Optional<RuleMemory> memory = draft.profile().of(rule);
        int today = (int) facts.day().toEpochDay();
        Optional<OpenDay> newest = memory.map(RuleMemory::getOpenDays).map(days -> days.get(days.size() - 1));
        if (newest.isPresent() && today < newest.get().getDay() - horizon.toDays()) {
            // That day is a mere number by now.
            return;
        }
        newest.filter(day -> day.getDay() < today && baseline.of() == Detection.Whose.PEERS)
                .ifPresent(day -> draft.closedDays().addAll(totals(facts, day)));
        RuleMemory counted = counted(memory, facts.time(), today, value);
        draft.profile().put(rule.id(), counted);
        limit(draft, counted, today).ifPresent(limit -> hit(facts, count(counted, today), limit, draft.hits()));
    }

    private List<DayTotal> totals(Facts facts, OpenDay day) {
        return facts.peerGroups().stream()
                .map(group -> new DayTotal(rule.id(), group, LocalDate.ofEpochDay(day.getDay()), DayCounter.count(day)))
                .toList();
    }

    private RuleMemory counted(Optional<RuleMemory> memory, Instant time, int today, String value) {
        List<OpenDay> days = new ArrayList<>(memory.map(RuleMemory::getOpenDays).orElse(List.of()));
        OpenDay day = days.stream()
                .filter(each -> each.getDay() == today)
                .findFirst()
                .orElseGet(() -> DayCounter.empty(today));
        days.remove(day);
        days.add(DayCounter.add(day, value));
        days.sort(Comparator.comparing(OpenDay::getDay));
        List<Integer> closed =
                new ArrayList<>(memory.map(RuleMemory::getClosedDays).orElse(List.of()));
        while (days.get(0).getDay() < days.get(days.size() - 1).getDay() - horizon.toDays()) {
            closed.add(DayCounter.count(days.remove(0)));
        }
        Instant since = memory.map(RuleMemory::getSince).orElse(time);
        List<Integer> newest = closed.subList(Math.max(0, closed.size() - MOST_DAYS), closed.size());
        return new RuleMemory(rule.shape(), since.isBefore(time) ? since : time, List.of(), days, List.copyOf(newest));
    }

    private static int count(RuleMemory memory, int today) {
        return memory.getOpenDays().stream()
                .filter(day -> day.getDay() == today)
                .mapToInt(DayCounter::count)
                .sum();
    }

    /** Empty while too little is known. */
    private Optional<Limit> limit(Draft draft, RuleMemory memory, int today) {
        if (memory.getSince().plus(baseline.learning()).isAfter(draft.facts().time())) {
            return Optional.empty();
        }
        return switch (baseline.of()) {
            case OWN -> ofOwnDays(memory, today);
            case PEERS -> ofPeers(draft);
        };
    }

    private Optional<Limit> ofOwnDays(RuleMemory memory, int today) {
        List<Integer> counts = new ArrayList<>(memory.getClosedDays());
        memory.getOpenDays().stream()
                .filter(day -> day.getDay() < today)
                .map(DayCounter::count)
                .forEach(counts::add);
        if (counts.size() < FEWEST) {
            return Optional.empty();
        }
        Spread spread = Spread.of(counts.subList(Math.max(0, counts.size() - MOST_DAYS), counts.size()));
        return Optional.of(Limit.of(baseline, spread.median(), spread.deviation()));
    }

    /** Of somebody with several departments and roles, the most generous. */
    private Optional<Limit> ofPeers(Draft draft) {
        return draft.facts().peerGroups().stream()
                .flatMap(group -> draft.peers().of(rule.id(), group).stream())
                .filter(peers -> peers.getUsers() >= FEWEST)
                .map(peers -> Limit.of(baseline, peers.getMedian(), peers.getDeviation()))
                .max(Comparator.comparing(Limit::most));
    }

    private void hit(Facts facts, int count, Limit limit, List<Hit> hits) {
        if (count > limit.most()) {
            List<Observation> evidence = List.of(Observations.of(facts, "", "", 0, 1));
            hits.add(new Hit(rule, facts.time(), Reasons.ofDay(rule, facts, count, limit), evidence));
        }
    }
}
