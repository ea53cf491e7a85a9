package org.chartwarden.streams.explain;

import java.util.Collection;
import java.util.List;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.Department;

/** The departments that treat a patient now, on which learned reasons rest. */
final class Treating {

    private final List<CareEvent> care;

    private Treating(List<CareEvent> care) {
        this.care = care;
    }

    static Treating of(Situation situation, CareWindow window) {
        return new Treating(
                Evidence.of(situation, window, Treating::isTreatment).current());
    }

    private static boolean isTreatment(CareEvent care) {
        return switch (care.getKind()) {
            case ENCOUNTER, APPOINTMENT, CARE_TEAM -> true;
            case ORDER, LABORATORY, IMAGING, REFERRAL, MEDICATION, RESEARCH, RELATED_PERSON, OTHER -> false;
        };
    }

    Collection<Department> departments() {
        return Departments.of(care);
    }

    /** The care in one department. */
    List<CareEvent> in(Department department) {
        return care.stream()
                .filter(each -> Departments.shared(each.getDepartments(), List.of(department)))
                .toList();
    }
}
