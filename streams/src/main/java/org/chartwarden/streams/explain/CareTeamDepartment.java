package org.chartwarden.streams.explain;

import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;

/** A care team or an appointment of the patient belongs to a department where the user works. */
record CareTeamDepartment(double strength, CareWindow window) implements Reason {

    static Reason of(FamilySettings settings) {
        return new CareTeamDepartment(settings.strength(), settings.window());
    }

    @Override
    public Finding examine(Situation situation) {
        Evidence shared = Evidence.of(
                situation,
                window,
                care -> isPlanned(care)
                        && Departments.shared(
                                care.getDepartments(), situation.user().departments()));
        if (shared.all().isEmpty()) {
            // The words of the department's encounters say enough.
            return Finding.NOTHING;
        }
        String where = Departments.words(Departments.shared(shared.all(), situation));
        if (shared.current().isEmpty()) {
            return Finding.missing(CareWords.first(shared.all()) + " of the patient belongs to " + where
                    + ", where the user works, but the access was " + window.missed());
        }
        String text = CareWords.first(shared.current()) + " of the patient belongs to "
                + Departments.words(Departments.shared(shared.current(), situation)) + ", where the user works";
        return Finding.found(Explanations.of(Family.CARE_TEAM_DEPARTMENT, strength, text, shared.current()));
    }

    private static boolean isPlanned(CareEvent care) {
        return care.getKind() == CareKind.CARE_TEAM || care.getKind() == CareKind.APPOINTMENT;
    }
}
