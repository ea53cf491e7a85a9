package org.chartwarden.standalone.score;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Explanation;
import org.chartwarden.model.Outcome;
import org.chartwarden.producers.simulator.Cause;
import org.chartwarden.producers.simulator.HospitalIncident;
import org.chartwarden.producers.simulator.SimulatedAccess;

/** Remembers of each access the truth, when it arrived, and what the topology said of it last. */
final class TruthBook {

    private final Map<String, Entry> entries = new HashMap<>();

    /** One access. What the topology says may change with each revision. */
    private static final class Entry {
        private final SimulatedAccess.Truth truth;
        private final String patientId;
        private final Instant arrived;
        private final boolean opened;
        private boolean explained;
        private boolean first;
        private String reason = "";

        Entry(SimulatedAccess access) {
            AccessEvent event = access.event();
            this.truth = access.truth();
            this.patientId = event.getPatientId();
            this.arrived = event.getReceivedAt();
            this.opened = event.getOutcome() == Outcome.SUCCESS
                    && (event.getCategory() == AccessCategory.RECORD || event.getCategory() == AccessCategory.EXPORT);
        }
    }

    /** An access is on its way; of its copies the first counts. */
    void sent(SimulatedAccess access) {
        entries.computeIfAbsent(access.event().getEventId(), id -> new Entry(access));
    }

    /** What the topology says of it now. */
    void explained(ExplainedAccess access) {
        Entry entry = entries.get(access.getAccess().getEventId());
        entry.explained = access.getExplained();
        entry.first = access.getFirstOfPair();
        entry.reason = access.getExplanations().stream()
                .findFirst()
                .map(Explanation::getReason)
                .orElse("");
    }

    /** When the last of these accesses had arrived. */
    Instant arrival(List<String> eventIds) {
        return eventIds.stream()
                .map(id -> entries.get(id).arrived)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    String patientOf(String eventId) {
        return entries.get(eventId).patientId;
    }

    /** @return the number of the incident that the access belongs to; -1 when to none */
    int incidentOf(String eventId) {
        return entries.get(eventId).truth.incident();
    }

    /** Why most of these accesses happened. */
    Cause cause(Collection<String> eventIds) {
        Map<Cause, Integer> causes = new EnumMap<>(Cause.class);
        eventIds.forEach(id -> causes.merge(entries.get(id).truth.cause(), 1, Integer::sum));
        return Collections.max(causes.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    AccessCounts counts() {
        long all = 0;
        long legitimate = 0;
        long explained = 0;
        long first = 0;
        long firstExplained = 0;
        long unrecorded = 0;
        for (Entry entry : entries.values()) {
            all++;
            if (entry.opened && entry.truth.cause().isLegitimate()) {
                legitimate++;
                explained += entry.explained ? 1 : 0;
                first += entry.first ? 1 : 0;
                firstExplained += entry.first && entry.explained ? 1 : 0;
                unrecorded += entry.truth.cause() == Cause.UNRECORDED_WORK ? 1 : 0;
            }
        }
        return new AccessCounts(all, legitimate, explained, first, firstExplained, unrecorded);
    }

    /** The incidents, each with what the topology made of its accesses. */
    List<PlantedKind> kinds(List<HospitalIncident> incidents) {
        List<Map<String, Integer>> reasons = new ArrayList<>();
        incidents.forEach(incident -> reasons.add(new TreeMap<>()));
        entries.values().stream()
                .filter(entry -> entry.truth.incident() >= 0)
                .forEach(entry -> reasons.get(entry.truth.incident())
                        .merge(entry.explained ? entry.reason : "unexplained", 1, Integer::sum));
        List<PlantedKind> kinds = new ArrayList<>();
        for (int number = 0; number < incidents.size(); number++) {
            HospitalIncident incident = incidents.get(number);
            kinds.add(new PlantedKind(
                    incident.planted().ruleId(),
                    incident.variant(),
                    incident.planted().firstTime(),
                    incident.planted().description(),
                    accounted(reasons.get(number))));
        }
        return kinds;
    }

    /** Such as "3 unexplained, 2 wrong-patient". */
    private static String accounted(Map<String, Integer> reasons) {
        return String.join(
                ", ",
                reasons.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .toList());
    }
}
