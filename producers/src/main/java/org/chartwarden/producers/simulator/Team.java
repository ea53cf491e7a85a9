package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Somebody with patients of their own, who lie in the department since before the simulation begins: whatever this
 * person does with their charts is explained.
 *
 * @param script who writes it down
 * @param member who
 * @param ward the patients
 */
record Team(Script script, StaffMember member, List<SimulatedPatient> ward) {

    /** The patients came in on this day before the simulated one. */
    private static final int ADMITTED = 90;

    private static final int FIRST_HOUR = 8;
    private static final Duration WORKDAY = Duration.ofHours(6);

    static Team of(Script script, StaffMember member, int patients) {
        List<SimulatedPatient> ward = script.patients(patients);
        ward.forEach(patient -> script.file(script.papers()
                .encounter(patient, member.department(), script.on(ADMITTED, FIRST_HOUR, 0), Optional.empty())));
        return new Team(script, member, ward);
    }

    /** The same patients are another member's too, who works in the same department. */
    Team with(StaffMember other) {
        return new Team(script, other, ward);
    }

    /** Work on every day of a span of days before the simulated one, both included: so many reads on each. */
    List<Act> routine(int firstDay, int lastDay, int least, int most) {
        List<Act> acts = new ArrayList<>();
        for (int daysBefore = firstDay; daysBefore >= lastDay; daysBefore--) {
            acts.addAll(workday(daysBefore, script.chance().between(least, most)));
        }
        return acts;
    }

    /** So many reads, spread over one day. */
    List<Act> workday(int daysBefore, int reads) {
        Instant begin = script.on(daysBefore, FIRST_HOUR, 0);
        return IntStream.range(0, reads)
                .mapToObj(number -> script.act(
                        member,
                        ward.get(number % ward.size()),
                        begin.plus(WORKDAY.multipliedBy(number).dividedBy(reads)),
                        Interaction.READ,
                        "Observation"))
                .toList();
    }

    /** Each patient's chart once, so far apart. */
    Stream<Act> round(Instant begin, Duration apart, Interaction interaction, String type) {
        return IntStream.range(0, ward.size())
                .mapToObj(number -> script.act(
                        member, ward.get(number), begin.plus(apart.multipliedBy(number)), interaction, type));
    }
}
