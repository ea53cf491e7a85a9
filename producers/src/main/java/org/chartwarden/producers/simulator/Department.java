package org.chartwarden.producers.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The departments of the hospital: a FHIR Location each. */
enum Department {
    EMERGENCY("Emergency", false, Ages.ALL),
    CARDIOLOGY("Cardiology", true, Ages.ADULT),
    INTENSIVE_CARE("Intensive Care", true, Ages.ALL),
    MATERNITY("Maternity", true, Ages.FERTILE),
    NEUROLOGY("Neurology", true, Ages.ADULT),
    ONCOLOGY("Oncology", true, Ages.ADULT),
    ORTHOPAEDICS("Orthopaedics", true, Ages.ADULT),
    PAEDIATRICS("Paediatrics", true, Ages.CHILD),
    SURGERY("General Surgery", true, Ages.ADULT),
    RADIOLOGY("Radiology", false, Ages.ALL);

    /** Whom a department treats, in completed years of age. */
    private enum Ages {
        ALL(0, 150),
        ADULT(18, 150),
        CHILD(0, 17),
        FERTILE(18, 45);

        private final int youngest;
        private final int oldest;

        Ages(int youngest, int oldest) {
            this.youngest = youngest;
            this.oldest = oldest;
        }
    }

    /** Patients stay overnight. */
    static final List<Department> WARDS =
            Arrays.stream(values()).filter(department -> department.ward).toList();
    /** Patients come by appointment. */
    static final List<Department> CLINICS = Arrays.stream(values())
            .filter(department -> department != EMERGENCY)
            .toList();

    private final String title;
    private final boolean ward;
    private final Ages ages;

    Department(String title, boolean ward, Ages ages) {
        this.title = title;
        this.ward = ward;
        this.ages = ages;
    }

    /** Logical id of the Location. */
    String id() {
        return "loc-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name to show to people. */
    String title() {
        return title;
    }

    boolean treats(int yearsOld) {
        return yearsOld >= ages.youngest && yearsOld <= ages.oldest;
    }
}
