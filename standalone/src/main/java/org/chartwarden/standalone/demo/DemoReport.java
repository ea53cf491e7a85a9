package org.chartwarden.standalone.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.producers.simulator.PlantedIncident;
import org.chartwarden.standalone.check.Conservation;
import org.chartwarden.standalone.check.Scorecard;

/**
 * What a simulated day came to.
 *
 * @param sent AuditEvents that were sent, the repeated ones included
 * @param received of these, how many the listener says it has read
 * @param explained accesses for which a reason was found
 * @param alerts the newest revision of each alert
 */
public record DemoReport(
        long sent,
        long received,
        long explained,
        List<Alert> alerts,
        MailAudit mails,
        Scorecard scorecard,
        Conservation conservation) {

    /** See {@link #failures}. */
    public boolean passed() {
        return failures().isEmpty();
    }

    /**
     * What is against the day, naming people and alerts by their ids; empty when every planted incident was found, no
     * innocent was accused, no event was lost, and no open alert that mails is without its mail, and none has two.
     */
    List<String> failures() {
        List<String> failures = new ArrayList<>();
        scorecard.missed().forEach(incident -> failures.add(missed(incident)));
        scorecard.accused().forEach(accusation -> failures.add(accused(accusation)));
        failures.addAll(losses());
        failures.addAll(mails.failures(waiting()));
        return failures;
    }

    private Set<String> waiting() {
        return alerts.stream()
                .filter(alert -> alert.getMails() && alert.getStatus() == AlertStatus.OPEN)
                .map(Alert::getAlertId)
                .collect(Collectors.toSet());
    }

    boolean nothingLost() {
        return losses().isEmpty();
    }

    long deadLettered() {
        return conservation.deadLettered().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private List<String> losses() {
        List<String> losses = new ArrayList<>();
        if (sent != received) {
            losses.add("Events: %d were sent, but %d were received".formatted(sent, received));
        }
        if (received != conservation.produced() + deadLettered()) {
            losses.add("Events: %d were received, but %d were produced and %d dead-lettered"
                    .formatted(received, conservation.produced(), deadLettered()));
        }
        conservation.violations().forEach(violation -> losses.add("Events: " + violation));
        return losses;
    }

    private static String missed(PlantedIncident incident) {
        return "Missed: %s by %s on patient %s: %s"
                .formatted(
                        incident.ruleId(),
                        Objects.requireNonNullElse(incident.userId(), "many"),
                        String.join(", ", incident.patientIds()),
                        incident.description());
    }

    private static String accused(Scorecard.Accusation accusation) {
        return "Wrongly accused: %s, planted to look like %s (%s), by %s"
                .formatted(
                        switch (accusation.innocent().subject()) {
                            case USER -> "user " + accusation.innocent().userId();
                            case PATIENT ->
                                "patient "
                                        + String.join(
                                                ", ", accusation.innocent().patientIds());
                        },
                        accusation.innocent().ruleId(),
                        accusation.innocent().why(),
                        accusation.alerts().stream()
                                .map(alert -> alert.getRuleId() + " alert " + alert.getAlertId())
                                .collect(Collectors.joining(", ")));
    }
}
