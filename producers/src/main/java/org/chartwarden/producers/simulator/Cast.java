package org.chartwarden.producers.simulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Gives the members of staff and the patients of the large hospital a part in a story, nobody twice. */
final class Cast {

    private final DutyRoster roster;
    private final Map<String, SimulatedPatient> patients;
    private final Map<String, Long> bearers;
    private final List<Episode> former;
    private final Chance chance;
    private final Set<String> taken = new HashSet<>();

    Cast(HospitalPlan plan, DutyRoster roster, List<SimulatedPatient> patients, Census census) {
        this.roster = roster;
        this.patients = patients.stream().collect(Collectors.toMap(SimulatedPatient::patientId, Function.identity()));
        this.bearers = patients.stream()
                .collect(Collectors.groupingBy(patient -> patient.name().family(), Collectors.counting()));
        this.chance = Chance.ofHospital(plan.day(0), "cast");
        this.former = chance.shuffled(census.all().stream()
                .filter(episode -> episode.visit().kind() == StayKind.FORMER)
                .toList());
    }

    /** Somebody who works the day's usual shift, on an ordinary day. */
    StaffMember onDuty(int day, Predicate<StaffMember> wanted) {
        List<StaffMember> fitting = roster.of(day).stream()
                .filter(duty -> duty.loan().isEmpty())
                .map(Duty::member)
                .filter(member -> member.shift() == Shift.DAY && !taken.contains(member.userId()))
                .filter(wanted)
                .toList();
        StaffMember chosen = chance.pick(fitting);
        taken.add(chosen.userId());
        return chosen;
    }

    /** Former patients of other departments. */
    List<SimulatedPatient> strangers(StaffMember member, int number) {
        return patientsOf(
                episode -> !member.departments().contains(episode.department()), SimulatedPatient::isOrdinary, number);
    }

    /** Whom the department treated that long ago, and nobody since. */
    SimulatedPatient formerPatient(Department department, Predicate<Episode> when) {
        return patientsOf(
                        episode -> episode.department() == department && when.test(episode),
                        SimulatedPatient::isOrdinary,
                        1)
                .get(0);
    }

    /** A former patient of another department of that kind. */
    SimulatedPatient stranger(StaffMember member, Predicate<SimulatedPatient> kind) {
        return patientsOf(episode -> !member.departments().contains(episode.department()), kind, 1)
                .get(0);
    }

    private List<SimulatedPatient> patientsOf(
            Predicate<Episode> episodes, Predicate<SimulatedPatient> wanted, int number) {
        List<SimulatedPatient> chosen = new ArrayList<>();
        for (Iterator<Episode> each = former.iterator(); each.hasNext() && chosen.size() < number; ) {
            Episode episode = each.next();
            SimulatedPatient patient = patients.get(episode.patientId());
            if (!taken.contains(patient.patientId()) && episodes.test(episode) && wanted.test(patient)) {
                taken.add(patient.patientId());
                chosen.add(patient);
            }
        }
        if (chosen.size() < number) {
            throw new IllegalStateException("The hospital has too few former patients for its stories");
        }
        return chosen;
    }

    SimulatedPatient patient(String patientId) {
        return patients.get(patientId);
    }

    /** At most one patient in a thousand bears the name. */
    boolean isRare(String family) {
        return bearers.getOrDefault(family, 0L) * 1_000 <= patients.size();
    }
}
