package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One subtle incident in the making: somebody of the large hospital, amid the work of the day, does what a rule is about,
 * only just enough of it.
 *
 * @param script who writes it down, for the incident's last day
 * @param cast who gives the parts
 * @param day that day, counted from the first simulated one
 */
record Scene(Script script, Cast cast, int day) {

    StaffMember culprit(Role... roles) {
        return culprit(member -> List.of(roles).contains(member.role()));
    }

    StaffMember culprit(Predicate<StaffMember> wanted) {
        return cast.onDuty(day, wanted);
    }

    /** Some time in the day's shift that leaves room for an hour's work. */
    Instant sometime() {
        return script.chance().between(script.today(8, 0), script.today(14, 0));
    }

    /** The same some days before. */
    Instant sometime(int daysBefore) {
        return script.chance().between(script.on(daysBefore, 8, 0), script.on(daysBefore, 14, 0));
    }

    void single(String ruleId, StaffMember culprit, SimulatedPatient patient, String description) {
        script.incident(ruleId, script.look(culprit, patient, sometime()), culprit.portrait() + " " + description);
    }

    /** One patient after the other, so far apart on the average, the first at that time. */
    List<Act> oneByOne(
            StaffMember culprit,
            List<SimulatedPatient> patients,
            Instant begin,
            Duration span,
            Interaction interaction,
            String type) {
        List<Act> acts = new ArrayList<>();
        Duration apart = span.dividedBy(patients.size());
        for (int number = 0; number < patients.size(); number++) {
            Instant time =
                    begin.plus(apart.multipliedBy(number)).plus(script.chance().between(Duration.ZERO, apart));
            acts.add(script.act(culprit, patients.get(number), time, interaction, type));
        }
        return acts;
    }

    /** One patient a day, until today. */
    List<Act> dayByDay(
            StaffMember culprit, List<SimulatedPatient> patients, int everyDays, Interaction interaction, String type) {
        List<Act> acts = new ArrayList<>();
        for (int number = 0; number < patients.size(); number++) {
            Instant time = sometime((patients.size() - 1 - number) * everyDays);
            acts.add(script.act(culprit, patients.get(number), time, interaction, type));
        }
        return acts;
    }
}
