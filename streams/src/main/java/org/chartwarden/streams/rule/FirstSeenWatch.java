package org.chartwarden.streams.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chartwarden.streams.state.Observation;

/**
 * Looks for values that are new.
 *
 * <p>Of accesses with one value that follow each other in gaps shorter than {@code forget}, only the first can fire,
 * and only the last says when the value is forgotten: the others need not be remembered.
 */
record FirstSeenWatch(Detection.FirstSeen firstSeen) implements Watch {

    private static final int STARTS = 0;
    private static final int CONTINUES = 1;

    /** Only until it is remembered. */
    private static final int JUST_ARRIVED = 2;

    private static final double MAY_FIRE = 1;
    private static final double STAYS_SILENT = 0;

    @Override
    public List<Observation> observe(Facts facts) {
        if (!firstSeen.among().map(among -> among.of(facts)).orElse(true)) {
            return List.of();
        }
        String value = firstSeen.value().of(facts);
        if (value.isEmpty()) {
            return List.of();
        }
        return List.of(
                firstSeen.where().of(facts)
                        ? Observations.of(facts, value, "", JUST_ARRIVED, MAY_FIRE)
                        : Observations.silent(facts, value, "", JUST_ARRIVED, STAYS_SILENT));
    }

    @Override
    public Duration reach() {
        return firstSeen.forget();
    }

    /** An earlier access with the value makes a later one the first no more. */
    @Override
    public boolean takesBack() {
        return true;
    }

    @Override
    public List<Observation> endingAt(Remembered remembered, int last) {
        Observation judged = remembered.sorted().get(last);
        Instant knownUntil = judged.getTime().minus(firstSeen.forget());
        if (judged.getWeight() == STAYS_SILENT
                || judged.getTime().minus(firstSeen.learning()).isBefore(remembered.since())) {
            return List.of();
        }
        for (int index = last - 1; index >= 0; index--) {
            Observation earlier = remembered.sorted().get(index);
            if (!earlier.getTime().isAfter(knownUntil)) {
                break;
            }
            if (earlier.getValue().equals(judged.getValue())) {
                return List.of();
            }
        }
        return continued(remembered.sorted(), last) ? List.of() : List.of(judged);
    }

    /** It lies among accesses that follow each other, of which those between are not remembered. */
    private static boolean continued(List<Observation> sorted, int judged) {
        return sorted.get(judged).getStep() == JUST_ARRIVED
                && sorted.subList(judged + 1, sorted.size()).stream()
                        .filter(later ->
                                later.getValue().equals(sorted.get(judged).getValue()))
                        .findFirst()
                        .filter(later -> later.getStep() == CONTINUES)
                        .isPresent();
    }

    @Override
    public List<Observation> compressed(List<Observation> sorted) {
        Map<String, Observation> latest = new HashMap<>();
        List<Observation> kept = new ArrayList<>();
        for (int index = 0; index < sorted.size(); index++) {
            Observation each = sorted.get(index);
            Observation before = latest.get(each.getValue());
            boolean starts = before == null || startsAnew(before, each) && !continued(sorted, index);
            Observation now = step(each, starts ? STARTS : CONTINUES);
            if (!starts && before.getStep() == CONTINUES) {
                kept.removeIf(known -> known == before);
            }
            latest.put(each.getValue(), now);
            kept.add(now);
        }
        return kept;
    }

    /** What once continued still does, though what came before it is perhaps not remembered. */
    private boolean startsAnew(Observation before, Observation each) {
        return each.getStep() != CONTINUES
                && !before.getTime().isAfter(each.getTime().minus(firstSeen.forget()));
    }

    private static Observation step(Observation each, int step) {
        if (each.getStep() == step) {
            return each;
        }
        boolean isSilent = step == CONTINUES;
        return new Observation(
                each.getEventId(),
                each.getTime(),
                each.getValue(),
                each.getPer(),
                step,
                isSilent ? STAYS_SILENT : each.getWeight(),
                isSilent ? null : each.getUserId(),
                isSilent ? List.of() : each.getMitigations());
    }

    /** Each access of an alert's evidence was new for itself. */
    @Override
    public List<List<Observation>> holding(List<Observation> sorted, Instant from) {
        return Observations.eachAlone(sorted);
    }
}
