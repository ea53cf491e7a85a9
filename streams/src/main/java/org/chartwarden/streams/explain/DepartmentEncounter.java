package org.chartwarden.streams.explain;

import java.util.Collection;
import java.util.List;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.Department;

/** The patient has an encounter in a department where the user works. */
record DepartmentEncounter(double strength, CareWindow window) implements Reason {

    static Reason of(FamilySettings settings) {
        return new DepartmentEncounter(settings.strength(), settings.window());
    }

    @Override
    public Finding examine(Situation situation) {
        List<Department> own = situation.user().departments();
        Evidence shared = Evidence.of(
                situation,
                window,
                care -> care.getKind() == CareKind.ENCOUNTER && Departments.shared(care.getDepartments(), own));
        if (!shared.current().isEmpty()) {
            String text =
                    "The patient has an encounter in " + words(shared.current(), situation) + ", where the user works";
            return Finding.found(Explanations.of(Family.DEPARTMENT_ENCOUNTER, strength, text, shared.current()));
        }
        return shared.all().isEmpty()
                ? nothingShared(situation)
                : Finding.missing("The patient was seen in " + words(shared.all(), situation)
                        + ", where the user works, but the access was " + window.missed());
    }

    private static String words(List<CareEvent> care, Situation situation) {
        return Departments.words(Departments.shared(care, situation));
    }

    private static Finding nothingShared(Situation situation) {
        List<CareEvent> encounters = situation.care().stream()
                .filter(care -> care.getKind() == CareKind.ENCOUNTER)
                .toList();
        if (encounters.isEmpty()) {
            return Finding.missing("The patient has no encounter on record");
        }
        Collection<Department> own = situation.user().departments();
        if (own.isEmpty()) {
            return situation.user().known()
                    ? Finding.missing("The workforce directory names no active department of the user")
                    : Finding.NOTHING;
        }
        Collection<Department> seenIn = Departments.of(encounters);
        return seenIn.isEmpty()
                ? Finding.missing("No encounter of the patient names a department")
                : Finding.missing("The user works in " + Departments.words(own) + "; the patient was only ever seen in "
                        + Departments.words(seenIn));
    }
}
