package org.chartwarden.producers.simulator;

import java.time.Instant;
import java.util.List;

/**
 * An incident planted in the large hospital.
 *
 * @param planted what happened
 * @param variant how plain it is
 * @param times when each of its accesses happened, in order
 */
public record HospitalIncident(PlantedIncident planted, Variant variant, List<Instant> times) {
    public HospitalIncident {
        times = List.copyOf(times);
    }
}
