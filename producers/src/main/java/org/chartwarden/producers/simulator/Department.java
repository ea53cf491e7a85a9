package org.chartwarden.producers.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The departments of the hospital: a FHIR Location each. */
enum Department {
    EMERGENCY("Emergency", Use.AMBULANCES, Ages.ALL),
    CARDIOLOGY("Cardiology", Use.WARD, Ages.ADULT),
    INTENSIVE_CARE("Intensive Care", Use.WARD, Ages.ALL),
    MATERNITY("Maternity", Use.WARD, Ages.FERTILE),
    NEUROLOGY("Neurology", Use.WARD, Ages.ADULT),
    ONCOLOGY("Oncology", Use.WARD, Ages.ADULT),
    ORTHOPAEDICS("Orthopaedics", Use.WARD, Ages.ADULT),
    PAEDIATRICS("Paediatrics", Use.WARD, Ages.CHILD),
    SURGERY("General Surgery", Use.WARD, Ages.ADULT),
    RADIOLOGY("Radiology", Use.CLINIC, Ages.ALL),
    PSYCHIATRY("Psychiatry", Use.STORIES, Ages.ADULT),
    REHABILITATION("Rehabilitation", Use.STORIES, Ages.ADULT),
    NUTRITION("Nutrition", Use.STORIES, Ages.ALL),
    PHARMACY("Pharmacy", Use.STORIES, Ages.ALL),
    LABORATORY("Laboratory", Use.STORIES, Ages.ALL),
    CODING("Medical Coding", Use.STORIES, Ages.ALL),
    REGISTRATION("Registration", Use.STORIES, Ages.ALL);

    /** What happens there, besides the stories. */
    private enum Use {
        AMBULANCES,
        /** Patients stay overnight. */
        WARD,
        /** Patients come by appointment only. */
        CLINIC,
        /** Nothing: nobody works there but in stories. */
        STORIES
    }

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

    /** Where the usual staff works. */
    static final List<Department> USUAL = Arrays.stream(values())
            .filter(department -> department.use != Use.STORIES)
            .toList();
    /** Patients stay overnight. */
    static final List<Department> WARDS =
            USUAL.stream().filter(department -> department.use == Use.WARD).toList();
    /** Patients come by appointment. */
    static final List<Department> CLINICS =
            USUAL.stream().filter(department -> department != EMERGENCY).toList();

    private final String title;
    private final Use use;
    private final Ages ages;

    Department(String title, Use use, Ages ages) {
        this.title = title;
        this.use = use;
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
