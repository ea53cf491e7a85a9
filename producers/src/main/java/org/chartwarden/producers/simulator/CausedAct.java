package org.chartwarden.producers.simulator;

import org.chartwarden.producers.simulator.SimulatedAccess.Truth;

/** An act and the truth about it. */
record CausedAct(Act act, Truth truth) {

    static CausedAct of(Act act, Cause cause) {
        return new CausedAct(act, Truth.of(cause));
    }
}
