package org.chartwarden.standalone.score;

import org.chartwarden.producers.simulator.HospitalPlan;

/**
 * One simulated hospital and its figures.
 *
 * @param plan which hospital
 * @param score what came out
 */
record Measured(HospitalPlan plan, QualityScore score) {}
