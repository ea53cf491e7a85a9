package org.chartwarden.producers.simulator;

import java.time.Instant;
import org.hl7.fhir.r4.model.Resource;

/**
 * Paperwork that comes after the day's first access.
 *
 * @param arrival when it reaches Chartwarden
 * @param resource what it says
 */
record Paper(Instant arrival, Resource resource) {}
