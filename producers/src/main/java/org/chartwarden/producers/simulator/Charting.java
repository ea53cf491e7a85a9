package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a person does once a chart is open: reads, and where care is given, writes. */
final class Charting {

    private static final Duration SHORTEST_GLANCE = Duration.ofSeconds(4);
    private static final Duration LONGEST_GLANCE = Duration.ofSeconds(70);
    private static final List<String> READ = List.of(
            "Observation",
            "Condition",
            "MedicationRequest",
            "DiagnosticReport",
            "DocumentReference",
            "AllergyIntolerance",
            "Procedure");
    private static final List<String> WRITTEN = List.of("Observation", "DocumentReference", "MedicationRequest");

    private final Chance chance;

    Charting(Chance chance) {
        this.chance = chance;
    }

    /** So many acts, at least one, seconds apart; the first reads the Patient. */
    List<Act> open(Opening opening, Instant at, int count) {
        List<Act> acts = new ArrayList<>();
        acts.add(act(opening, at, Interaction.READ, "Patient/" + opening.patientId()));
        Instant time = at;
        while (acts.size() < count) {
            time = time.plus(chance.between(SHORTEST_GLANCE, LONGEST_GLANCE));
            acts.add(next(opening, time));
        }
        return acts;
    }

    /** Only who cares for the patient writes. */
    private Act next(Opening opening, Instant time) {
        boolean writes = opening.visit().isPresent() && chance.oneIn(5);
        Interaction interaction =
                writes ? chance.pick(List.of(Interaction.CREATE, Interaction.UPDATE)) : Interaction.READ;
        String type = chance.pick(writes ? WRITTEN : READ);
        return act(opening, time, interaction, type + "/" + opening.patientId() + "-" + chance.between(1, 40));
    }

    private Act act(Opening opening, Instant time, Interaction interaction, String object) {
        return Act.of(opening, time, interaction, object, chance.uuid());
    }
}
