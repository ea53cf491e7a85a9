package org.chartwarden.producers.simulator;

/** Why an access of the large hospital happened: the truth. */
public enum Cause {
    /** Care or other work that is on record at some time, perhaps late. */
    RECORDED_WORK,
    /** Care or other work that no record ever tells of. */
    UNRECORDED_WORK,
    /** The wrong chart, closed again at once. */
    MISTAKE,
    /** A result list named the patient; no chart was opened. */
    SEARCH,
    /** Part of an innocent story that looks like an incident. */
    LOOKALIKE,
    /** Part of a planted incident. */
    INCIDENT;

    /** A chart was opened for a good reason, or by mistake. */
    public boolean isLegitimate() {
        return switch (this) {
            case RECORDED_WORK, UNRECORDED_WORK, MISTAKE, LOOKALIKE -> true;
            case SEARCH, INCIDENT -> false;
        };
    }
}
