package org.chartwarden.producers.simulator;

/** Stories of one kind: incidents, and innocents who look like them. */
interface Story {

    /** Writes them down. To be called once. */
    void tell(Script script);
}
