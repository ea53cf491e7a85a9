package org.chartwarden.reports.disclosures;

/** What an access is in an accounting of disclosures (45 CFR 164.528). */
enum Basis {
    /** An officer found that it was a violation, so nothing excludes it. */
    VIOLATION("Decided to be a violation of privacy"),
    /** Its source declares a purpose besides treatment, payment and operations. */
    DECLARED_PURPOSE("Declared for a purpose that is to be accounted for"),
    /** Printed or exported, and no treatment, payment or operation accounts for it. */
    LEFT_THE_SYSTEM("Printed or exported; no treatment, payment or operation accounts for it"),
    /** Seen, and no treatment, payment or operation accounts for it: somebody has to find out. */
    UNSETTLED("Seen; whether treatment, payment or operations account for it is not known"),
    /** Treatment, payment or operations: 164.528(a)(1)(i). */
    EXCLUDED_PURPOSE("Treatment, payment or operations"),
    /** To the patient, or for those whom the patient involves: 164.528(a)(1)(ii) and (v). */
    EXCLUDED_PATIENT("For the patient's own request");

    private final String words;

    Basis(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** It belongs into the accounting. */
    boolean accountedFor() {
        return switch (this) {
            case VIOLATION, DECLARED_PURPOSE, LEFT_THE_SYSTEM -> true;
            case UNSETTLED, EXCLUDED_PURPOSE, EXCLUDED_PATIENT -> false;
        };
    }

    /** It does not. */
    boolean excluded() {
        return switch (this) {
            case EXCLUDED_PURPOSE, EXCLUDED_PATIENT -> true;
            case VIOLATION, DECLARED_PURPOSE, LEFT_THE_SYSTEM, UNSETTLED -> false;
        };
    }
}
