/**
 * A seeded, plausible small hospital and one simulated day of it, as FHIR R4: what a site's own systems would send,
 * with labelled incidents planted among innocent lookalikes. {@link org.chartwarden.producers.simulator.SimulatedDay}
 * is the door.
 */
package org.chartwarden.producers.simulator;
