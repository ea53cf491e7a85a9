package org.chartwarden.producers.simulator;

import java.time.Instant;
import java.util.List;

/**
 * One incident that the simulation planted: the truth to hold the alerts against.
 *
 * @param ruleId the rule that has to find it
 * @param userId who did it: the Practitioner's logical id
 * @param patientIds whose charts were opened, each once
 * @param firstTime when the first chart was opened
 * @param events how many accesses it has; an act that was recorded twice is one
 * @param description what happened, in plain words, without names
 */
public record PlantedIncident(
        String ruleId, String userId, List<String> patientIds, Instant firstTime, int events, String description) {

    static final String VIP_WITHOUT_EXPLANATION = "vip-without-explanation";
    static final String COWORKER_RECORD = "coworker-record";
    static final String MANY_UNEXPLAINED_PATIENTS = "many-unexplained-patients";

    public PlantedIncident {
        patientIds = List.copyOf(patientIds);
    }

    /** The incident that these accesses are, in order of time. */
    static PlantedIncident of(String ruleId, List<Act> acts, String description) {
        Act first = acts.get(0);
        List<String> patientIds =
                acts.stream().map(act -> act.opening().patientId()).distinct().toList();
        return new PlantedIncident(
                ruleId, first.opening().user().userId(), patientIds, first.time(), acts.size(), description);
    }
}
