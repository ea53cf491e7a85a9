package org.chartwarden.standalone.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.chartwarden.model.Alert;
import org.chartwarden.producers.simulator.PlantedIncident;

/**
 * The alerts held against the planted truth.
 *
 * @param found planted incidents that an alert names
 * @param missed planted incidents that none names
 * @param unplanted alerts that name no planted incident
 */
public record Scorecard(List<PlantedIncident> found, List<PlantedIncident> missed, List<Alert> unplanted) {

    /** One rule's line. */
    public record Line(String ruleId, long planted, long found, long unplanted) {}

    public static Scorecard of(List<PlantedIncident> planted, List<Alert> alerts) {
        List<PlantedIncident> found = new ArrayList<>();
        List<PlantedIncident> missed = new ArrayList<>();
        for (PlantedIncident incident : planted) {
            (alerts.stream().anyMatch(alert -> tells(alert, incident)) ? found : missed).add(incident);
        }
        List<Alert> unplanted = alerts.stream()
                .filter(alert -> planted.stream().noneMatch(incident -> tells(alert, incident)))
                .toList();
        return new Scorecard(List.copyOf(found), List.copyOf(missed), unplanted);
    }

    /** The same rule, the same person, and the same patient where the alert is about one. */
    private static boolean tells(Alert alert, PlantedIncident incident) {
        return alert.getRuleId().equals(incident.ruleId())
                && Objects.equals(alert.getUserId(), incident.userId())
                && (alert.getPatientId() == null || incident.patientIds().contains(alert.getPatientId()));
    }

    /** Share of the planted incidents that were found, from 0 to 1; 1 when none was planted. */
    public double recall() {
        int planted = found.size() + missed.size();
        return planted == 0 ? 1 : (double) found.size() / planted;
    }

    /** Share of the alerts that tell of a planted incident, from 0 to 1; 1 when there is no alert. */
    public double precision() {
        int alerts = found.size() + unplanted.size();
        return alerts == 0 ? 1 : (double) found.size() / alerts;
    }

    /** A line for each rule, by its id. */
    public List<Line> byRule() {
        Set<String> rules = new LinkedHashSet<>();
        found.forEach(incident -> rules.add(incident.ruleId()));
        missed.forEach(incident -> rules.add(incident.ruleId()));
        unplanted.forEach(alert -> rules.add(alert.getRuleId()));
        TreeMap<String, Line> lines = new TreeMap<>();
        for (String rule : rules) {
            long hits = found.stream().filter(i -> i.ruleId().equals(rule)).count();
            long misses = missed.stream().filter(i -> i.ruleId().equals(rule)).count();
            long extra =
                    unplanted.stream().filter(a -> a.getRuleId().equals(rule)).count();
            lines.put(rule, new Line(rule, hits + misses, hits, extra));
        }
        return List.copyOf(lines.values());
    }
}
