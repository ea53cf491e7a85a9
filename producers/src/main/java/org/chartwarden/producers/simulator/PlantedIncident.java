package org.chartwarden.producers.simulator;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.chartwarden.model.Subject;

/**
 * One incident that the simulation planted: the truth to hold the alerts against. The rule must raise an alert on its
 * user, or in a patient's story on its patient. Other rules may too: what a culprit does can be told in several ways.
 *
 * @param ruleId the rule that has to find it
 * @param userId who did it: the user's logical id; null when it is the story of a patient on whom many converge
 * @param patientIds whose charts were opened, each once
 * @param firstTime when the first chart was opened
 * @param events how many accesses it has; an act that was recorded twice is one
 * @param description what happened, in plain words, without names
 */
public record PlantedIncident(
        String ruleId, String userId, List<String> patientIds, Instant firstTime, int events, String description) {

    public PlantedIncident {
        patientIds = List.copyOf(patientIds);
    }

    /** Whose story it is. */
    public Subject subject() {
        return userId == null ? Subject.PATIENT : Subject.USER;
    }

    /** The incident that these accesses are, in any order. */
    static PlantedIncident of(String ruleId, Subject subject, List<Act> acts, String description) {
        Act first = acts.stream().min(Comparator.comparing(Act::time)).orElseThrow();
        List<String> patientIds = acts.stream().map(Act::patientId).distinct().toList();
        return new PlantedIncident(
                ruleId,
                subject == Subject.USER ? first.userId() : null,
                patientIds,
                first.time(),
                acts.size(),
                description);
    }
}
