package org.chartwarden.standalone.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.producers.simulator.PlantedIncident;
import org.chartwarden.producers.simulator.PlantedInnocent;

/**
 * The alerts held against the planted truth. An alert that late paperwork explained accuses nobody any more.
 *
 * @param innocents who was planted to look guilty without being it
 * @param found planted incidents that an alert of their rule names
 * @param missed planted incidents that none names
 * @param accused innocents whom an alert names, whatever its rule
 * @param beside alerts of another rule about who did, or whose record was touched by, a planted incident: the same story
 *     seen from another side
 * @param unplanted alerts about nobody of an incident
 * @param selfClosed alerts that late paperwork explained
 */
public record Scorecard(
        List<PlantedInnocent> innocents,
        List<PlantedIncident> found,
        List<PlantedIncident> missed,
        List<Accusation> accused,
        List<Alert> beside,
        List<Alert> unplanted,
        List<Alert> selfClosed) {

    /**
     * An innocent who stands accused.
     *
     * @param alerts that accuse, at least one
     */
    public record Accusation(PlantedInnocent innocent, List<Alert> alerts) {}

    /** One rule's line; innocents and accused are told on the line of the rule that they were planted for. */
    public record Line(
            String ruleId,
            long planted,
            long found,
            long beside,
            long unplanted,
            long innocents,
            long accused,
            long selfClosed) {}

    /** @param alerts the newest revision of each */
    public static Scorecard of(List<PlantedIncident> planted, List<PlantedInnocent> innocents, List<Alert> alerts) {
        List<Alert> standing = alerts.stream()
                .filter(alert -> alert.getStatus() != AlertStatus.EXPLAINED)
                .toList();
        List<PlantedIncident> found = new ArrayList<>();
        List<PlantedIncident> missed = new ArrayList<>();
        for (PlantedIncident incident : planted) {
            (standing.stream().anyMatch(alert -> tells(alert, incident)) ? found : missed).add(incident);
        }
        List<Alert> beside = new ArrayList<>();
        List<Alert> unplanted = new ArrayList<>();
        standing.stream()
                .filter(alert -> planted.stream().noneMatch(incident -> tells(alert, incident)))
                .forEach(alert -> (isAboutAny(alert, planted) ? beside : unplanted).add(alert));
        List<Accusation> accused = innocents.stream()
                .map(innocent -> accusation(innocent, standing))
                .filter(accusation -> !accusation.alerts().isEmpty())
                .toList();
        List<Alert> selfClosed =
                alerts.stream().filter(alert -> !standing.contains(alert)).toList();
        return new Scorecard(innocents, found, missed, accused, beside, unplanted, selfClosed);
    }

    private static boolean tells(Alert alert, PlantedIncident incident) {
        return alert.getRuleId().equals(incident.ruleId()) && isAbout(alert, incident.userId(), incident.patientIds());
    }

    private static Accusation accusation(PlantedInnocent innocent, List<Alert> standing) {
        return new Accusation(
                innocent,
                standing.stream().filter(alert -> accuses(alert, innocent)).toList());
    }

    /** By whatever rule: to whom it happens, it is all the same which one was wrong. */
    private static boolean accuses(Alert alert, PlantedInnocent innocent) {
        return switch (innocent.subject()) {
            case USER -> !isPatientsStory(alert) && innocent.userId().equals(alert.getUserId());
            case PATIENT -> isPatientsStory(alert) && innocent.patientIds().contains(alert.getPatientId());
        };
    }

    /** The same person, and the same patient where the alert is about one; in a patient's story, only the patient. */
    private static boolean isAbout(Alert alert, String userId, List<String> patientIds) {
        boolean samePatient = alert.getPatientId() == null || patientIds.contains(alert.getPatientId());
        return samePatient && (isPatientsStory(alert) || Objects.equals(alert.getUserId(), userId));
    }

    private static boolean isAboutAny(Alert alert, List<PlantedIncident> planted) {
        return planted.stream().anyMatch(incident -> {
            boolean crowd = incident.userId() == null; // then all that happened to the record is one story
            return isPatientsStory(alert) || crowd
                    ? alert.getPatientId() != null && incident.patientIds().contains(alert.getPatientId())
                    : incident.userId().equals(alert.getUserId());
        });
    }

    private static boolean isPatientsStory(Alert alert) {
        return switch (alert.getSubject()) {
            case PATIENT -> true;
            case USER -> false;
        };
    }

    /** Share of the planted incidents that were found, from 0 to 1; 1 when none was planted. */
    public double recall() {
        int planted = found.size() + missed.size();
        return planted == 0 ? 1 : (double) found.size() / planted;
    }

    /** Share of the standing alerts that tell of a planted story, from 0 to 1; 1 when there is no alert. */
    public double precision() {
        int planted = found.size() + beside.size();
        int alerts = planted + unplanted.size();
        return alerts == 0 ? 1 : (double) planted / alerts;
    }

    /** Every planted incident was found, and no innocent was accused. */
    public boolean isPerfect() {
        return missed.isEmpty() && accused.isEmpty();
    }

    /** A line for each rule that was planted or fired, by its id. */
    public List<Line> byRule() {
        TreeSet<String> rules = new TreeSet<>();
        Stream.of(found, missed).flatMap(List::stream).forEach(incident -> rules.add(incident.ruleId()));
        innocents.forEach(innocent -> rules.add(innocent.ruleId()));
        Stream.of(beside, unplanted, selfClosed).flatMap(List::stream).forEach(alert -> rules.add(alert.getRuleId()));
        return rules.stream().map(this::line).toList();
    }

    private Line line(String rule) {
        long hits = count(rule, found, PlantedIncident::ruleId);
        return new Line(
                rule,
                hits + count(rule, missed, PlantedIncident::ruleId),
                hits,
                count(rule, beside, Alert::getRuleId),
                count(rule, unplanted, Alert::getRuleId),
                count(rule, innocents, PlantedInnocent::ruleId),
                count(rule, accused, accusation -> accusation.innocent().ruleId()),
                count(rule, selfClosed, Alert::getRuleId));
    }

    private static <T> long count(String rule, List<T> all, Function<T, String> ruleOf) {
        return all.stream().filter(each -> ruleOf.apply(each).equals(rule)).count();
    }
}
