package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import org.chartwarden.producers.simulator.SimulatedPatient.Kind;

/** The simulated day, for those who fill it with accesses: its hospital and who has to do with whom. */
record Workday(SimulationPlan plan, Hospital hospital) {

    /** No chart is opened in the last minutes of a shift: what is begun then would outlast it. */
    private static final Duration WIND_DOWN = Duration.ofMinutes(20);

    Instant shiftBegin(StaffMember member) {
        return member.shift().begin(plan);
    }

    /** The last moment of the member's shift at which a chart is opened. */
    Instant shiftEnd(StaffMember member) {
        return member.shift().end(plan).minus(WIND_DOWN);
    }

    /** Some time in the member's shift that leaves this much of it. */
    Instant timeLeaving(Duration rest, StaffMember member, Chance chance) {
        return chance.between(shiftBegin(member), shiftEnd(member).minus(rest));
    }

    /** Nobody of the member's departments has ever treated the patient, whose chart no rule guards. */
    boolean strangers(StaffMember member, SimulatedPatient patient) {
        return patient.is(Kind.PLAIN)
                && hospital.visitsOf(patient.patientId()).stream().noneMatch(visit -> visit.treatedBy(member));
    }
}
