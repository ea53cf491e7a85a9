package org.chartwarden.streams.explain;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.Department;

/** The patient has an encounter in a department where the user works, around its time. */
record DepartmentEncounter(CareWindow window) implements Reason {

    private static final String NAME = "department-encounter";
    private static final double STRONG = 0.8;

    @Override
    public Finding examine(Situation situation) {
        Set<String> own =
                situation.user().departments().stream().map(Department::getId).collect(Collectors.toSet());
        List<CareEvent> shared = situation.care().stream()
                .filter(care -> care.getDepartments().stream().anyMatch(each -> own.contains(each.getId())))
                .toList();
        List<CareEvent> current = shared.stream()
                .filter(care -> window.covers(care, situation.access().getTime()))
                .toList();
        if (!current.isEmpty()) {
            String text = "The patient has an encounter in " + words(current, own) + ", where the user works";
            return Finding.found(Explanations.of(NAME, STRONG, text, current));
        }
        return shared.isEmpty()
                ? nothingShared(situation)
                : Finding.missing("The patient was seen in " + words(shared, own)
                        + ", where the user works, but the access was " + window.missed());
    }

    private static String words(List<CareEvent> care, Set<String> own) {
        return Departments.words(Departments.of(care).stream()
                .filter(department -> own.contains(department.getId()))
                .toList());
    }

    private static Finding nothingShared(Situation situation) {
        Collection<Department> seenIn = Departments.of(situation.care());
        if (situation.care().isEmpty()) {
            return Finding.missing("The patient has no encounter on record");
        }
        if (situation.user().departments().isEmpty()) {
            return situation.user().known()
                    ? Finding.missing("The workforce directory names no active department of the user")
                    : Finding.NOTHING;
        }
        if (seenIn.isEmpty()) {
            return Finding.missing("No encounter of the patient names a department");
        }
        return Finding.missing("The user works in "
                + Departments.words(situation.user().departments())
                + "; the patient was only ever seen in " + Departments.words(seenIn));
    }
}
