package org.chartwarden.producers.simulator;

/**
 * An act and the truth about it.
 *
 * @param incident the number of the incident that it belongs to; -1 when to none
 */
record CausedAct(Act act, Cause cause, int incident) {

    static final int NONE = -1;

    static CausedAct of(Act act, Cause cause) {
        return new CausedAct(act, cause, NONE);
    }
}
