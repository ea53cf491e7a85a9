package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** The same act on one patient after the other. */
final class Series {

    private Series() {}

    /** So far apart, the first at once. */
    static List<Act> of(
            Script script,
            StaffMember member,
            List<SimulatedPatient> patients,
            Instant begin,
            Duration apart,
            Interaction interaction,
            String type) {
        return IntStream.range(0, patients.size())
                .mapToObj(number -> script.act(
                        member, patients.get(number), begin.plus(apart.multipliedBy(number)), interaction, type))
                .toList();
    }

    static List<Act> reads(
            Script script, StaffMember member, List<SimulatedPatient> patients, Instant begin, Duration apart) {
        return of(script, member, patients, begin, apart, Interaction.READ, "Patient");
    }
}
