package org.chartwarden.streams.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartwarden.streams.rule.Hit;
import org.chartwarden.streams.state.Evidence;
import org.chartwarden.streams.state.Observation;

/**
 * The accesses of one alert, each once, in order of time and id, so that the order of their arrival leaves no trace.
 *
 * @param all those that hold, and those that were explained in hindsight; the first {@link #MOST}
 * @param beyond how many more hold
 */
record EvidenceList(List<Evidence> all, int beyond) {

    static final int MOST = 1000;

    private static final Comparator<Evidence> BY_TIME = Comparator.<Evidence, Instant>comparing(
                    each -> each.getObservation().getTime())
            .thenComparing(each -> each.getObservation().getEventId());

    EvidenceList {
        all = List.copyOf(all);
    }

    static EvidenceList empty() {
        return new EvidenceList(List.of(), 0);
    }

    /**
     * Takes a hit in. Its reason belongs to its last access, and replaces what was told there before.
     *
     * @param judged the access that was judged, which need not be the hit's last
     */
    EvidenceList with(Hit hit, String judged) {
        Map<String, Evidence> merged = byId(all);
        boolean isNew = !merged.containsKey(judged) || !merged.get(judged).getHolds();
        int last = hit.evidence().size() - 1;
        for (int index = 0; index <= last; index++) {
            Observation observation = hit.evidence().get(index);
            Evidence known = merged.get(observation.getEventId());
            String earlier = known == null ? null : known.getReason();
            merged.put(
                    observation.getEventId(),
                    new Evidence(observation, index == last ? hit.reason() : earlier, true, List.of()));
        }
        // Beyond the ids that are kept, only the judged access is known to be new: those before it were counted.
        int counted = isFull() ? count() + (isNew ? 1 : 0) : countOf(merged.values());
        return kept(merged.values(), counted);
    }

    /** Lets go of an access. */
    EvidenceList without(String eventId, List<String> because) {
        List<Evidence> changed = all.stream()
                .map(each -> isHolding(each, eventId)
                        ? new Evidence(each.getObservation(), each.getReason(), false, because)
                        : each)
                .toList();
        return new EvidenceList(changed, countOf(changed) == 0 ? 0 : beyond);
    }

    /**
     * Lets go of what does not make the rule fire any more.
     *
     * @param windows what still does; the rule fires on the last access of each, and the others lead there
     */
    EvidenceList only(Collection<List<Observation>> windows) {
        Set<String> holding = new HashSet<>();
        Set<String> firing = new HashSet<>();
        for (List<Observation> window : windows) {
            window.forEach(each -> holding.add(each.getEventId()));
            firing.add(window.get(window.size() - 1).getEventId());
        }
        List<Evidence> changed = all.stream()
                .map(each -> each.getHolds() ? judgedAnew(each, holding, firing) : each)
                .toList();
        return new EvidenceList(changed, holding.isEmpty() ? 0 : beyond);
    }

    private static Evidence judgedAnew(Evidence known, Set<String> holding, Set<String> firing) {
        String id = known.getObservation().getEventId();
        if (!holding.contains(id)) {
            return new Evidence(known.getObservation(), known.getReason(), false, List.of());
        }
        return firing.contains(id) ? known : new Evidence(known.getObservation(), null, true, List.of());
    }

    boolean holds(String eventId) {
        return all.stream().anyMatch(each -> isHolding(each, eventId));
    }

    /** The accesses on which the rule fired, and which still hold. */
    List<Observation> firing() {
        return all.stream()
                .filter(each -> each.getHolds() && each.getReason() != null)
                .map(Evidence::getObservation)
                .toList();
    }

    /** The rule fired on the access, which still holds. */
    boolean firesOn(String eventId) {
        return all.stream().anyMatch(each -> isHolding(each, eventId) && each.getReason() != null);
    }

    List<Observation> holding() {
        return all.stream()
                .filter(Evidence::getHolds)
                .map(Evidence::getObservation)
                .toList();
    }

    /** How many accesses speak for the alert. */
    int count() {
        return countOf(all) + beyond;
    }

    private boolean isFull() {
        return beyond > 0 || countOf(all) >= MOST;
    }

    private static EvidenceList kept(Collection<Evidence> merged, int counted) {
        List<Evidence> holding =
                merged.stream().filter(Evidence::getHolds).sorted(BY_TIME).toList();
        List<Evidence> kept = new ArrayList<>(holding.subList(0, Math.min(MOST, holding.size())));
        int beyond = counted - kept.size();
        merged.stream()
                .filter(each -> !each.getHolds())
                .sorted(BY_TIME)
                .limit(MOST - kept.size())
                .forEach(kept::add);
        kept.sort(BY_TIME);
        return new EvidenceList(kept, beyond);
    }

    private static boolean isHolding(Evidence evidence, String eventId) {
        return evidence.getHolds() && evidence.getObservation().getEventId().equals(eventId);
    }

    private static Map<String, Evidence> byId(List<Evidence> evidence) {
        Map<String, Evidence> byId = new LinkedHashMap<>();
        evidence.forEach(each -> byId.put(each.getObservation().getEventId(), each));
        return byId;
    }

    private static int countOf(Collection<Evidence> evidence) {
        return (int) evidence.stream().filter(Evidence::getHolds).count();
    }
}
