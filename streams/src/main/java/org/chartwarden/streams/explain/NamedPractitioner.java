package org.chartwarden.streams.explain;

import java.util.Collection;
import org.chartwarden.model.Department;

/** The user is named on care of the patient as one who does it: the strongest reason. */
record NamedPractitioner(double strength, CareWindow window) implements Reason {

    static Reason of(FamilySettings settings) {
        return new NamedPractitioner(settings.strength(), settings.window());
    }

    @Override
    public Finding examine(Situation situation) {
        Evidence naming = Evidence.of(
                situation,
                window,
                care -> care.getPractitionerIds().contains(situation.access().getUserId()));
        if (!naming.current().isEmpty()) {
            Collection<Department> departments = Departments.of(naming.current());
            String where = departments.isEmpty() ? "" : " in " + Departments.words(departments);
            String text = CareWords.first(naming.current()) + " of the patient" + where + " names the user";
            return Finding.found(Explanations.of(Family.NAMED_PRACTITIONER, strength, text, naming.current()));
        }
        if (!naming.all().isEmpty()) {
            return Finding.missing(CareWords.first(naming.all()) + " of the patient names the user, but the access was "
                    + window.missed());
        }
        // That there is no care at all is said by the department's reason.
        return situation.care().isEmpty() ? Finding.NOTHING : Finding.missing("No care of the patient names the user");
    }
}
