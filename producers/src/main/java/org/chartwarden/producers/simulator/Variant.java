package org.chartwarden.producers.simulator;

/** How plain an incident is. */
public enum Variant {
    /** By somebody who does nothing else, and clearly more than a rule asks for. */
    BLATANT,
    /** Only just, and mostly by somebody who does a day's work beside. */
    SUBTLE
}
