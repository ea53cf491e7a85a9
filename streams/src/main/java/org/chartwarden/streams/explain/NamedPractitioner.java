package org.chartwarden.streams.explain;

import java.util.Collection;
import java.util.List;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.Department;

/** The user is named on an encounter of the patient, around its time: the strongest reason. */
record NamedPractitioner(CareWindow window) implements Reason {

    private static final String NAME = "named-practitioner";
    private static final double PROOF = 1.0;

    @Override
    public Finding examine(Situation situation) {
        List<CareEvent> naming = situation.care().stream()
                .filter(care ->
                        care.getPractitionerIds().contains(situation.access().getUserId()))
                .toList();
        List<CareEvent> current = naming.stream()
                .filter(care -> window.covers(care, situation.access().getTime()))
                .toList();
        if (!current.isEmpty()) {
            Collection<Department> departments = Departments.of(current);
            String where = departments.isEmpty() ? "" : " in " + Departments.words(departments);
            return Finding.found(
                    Explanations.of(NAME, PROOF, "An encounter of the patient" + where + " names the user", current));
        }
        if (!naming.isEmpty()) {
            return Finding.missing("An encounter of the patient names the user, but the access was " + window.missed());
        }
        // That there is no encounter at all is said by the department's reason.
        return situation.care().isEmpty()
                ? Finding.NOTHING
                : Finding.missing("No encounter of the patient names the user");
    }
}
