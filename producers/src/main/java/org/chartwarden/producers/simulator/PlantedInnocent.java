package org.chartwarden.producers.simulator;

import java.util.List;
import org.chartwarden.model.Subject;

/**
 * Somebody who looks like an incident of a rule and is none: any alert on that user (in a patient's story, any patient's
 * story of that patient) that does not close itself is a false one.
 *
 * @param ruleId the rule that a careless author would have made fire
 * @param userId who did it: the user's logical id; null when it is a patient's story
 * @param patientIds whose charts were opened, each once
 * @param why what makes it innocent, in plain words, without names
 */
public record PlantedInnocent(String ruleId, String userId, List<String> patientIds, String why) {

    public PlantedInnocent {
        patientIds = List.copyOf(patientIds);
    }

    /** Whose story it is. */
    public Subject subject() {
        return userId == null ? Subject.PATIENT : Subject.USER;
    }

    static PlantedInnocent of(String ruleId, Subject subject, List<Act> acts, String why) {
        String userId = subject == Subject.USER ? acts.get(0).userId() : null;
        return new PlantedInnocent(
                ruleId, userId, acts.stream().map(Act::patientId).distinct().toList(), why);
    }
}
