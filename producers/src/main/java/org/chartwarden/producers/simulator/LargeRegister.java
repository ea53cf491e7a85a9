package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chartwarden.producers.simulator.SimulatedPatient.Kind;

/** Registers the patients of the large hospital: few VIPs, staff who have been patients, the dead, and everybody else. */
final class LargeRegister {

    /** One in so many is on the watch list, ... */
    private static final int VIP = 500;

    /** ... has a specially protected record, ... */
    private static final int PROTECTED = 120;

    /** ... or has died in the year before. */
    private static final int DEAD = 100;

    /** All ids are equally long. */
    private static final int FIRST_NUMBER = 100_000;

    /** Numbers are given in steps: to open two that follow each other is no chance. */
    private static final int NUMBERS_APART = 3;

    private static final LocalDate OLDEST = LocalDate.of(1930, 1, 1);
    private static final int DAYS_TO_YOUNGEST = 95 * 365;
    private static final int DAYS_TO_YOUNGEST_MEMBER = 70 * 365;

    private final HospitalPlan plan;
    private final Chance chance;
    private final Town town;
    private final FamilyNames names;

    LargeRegister(HospitalPlan plan, Town town, FamilyNames names) {
        this.plan = plan;
        this.chance = Chance.ofHospital(plan.day(0), "large register");
        this.town = town;
        this.names = names;
    }

    List<SimulatedPatient> register(List<StaffMember> staff) {
        List<SimulatedPatient> patients = new ArrayList<>();
        for (StaffMember member : staff) {
            member.ownPatientId()
                    .ifPresent(id -> patients.add(SimulatedPatient.of(
                            id, member.name(), born(DAYS_TO_YOUNGEST_MEMBER), Kind.COWORKER, member.home())));
        }
        while (patients.size() < plan.patients()) {
            patients.add(somebody("p" + (FIRST_NUMBER + patients.size() * NUMBERS_APART)));
        }
        return List.copyOf(patients);
    }

    private SimulatedPatient somebody(String id) {
        SimulatedPatient patient = SimulatedPatient.of(
                id, names.next(), born(DAYS_TO_YOUNGEST), chance.oneIn(VIP) ? Kind.VIP : Kind.PLAIN, town.somewhere());
        if (chance.oneIn(PROTECTED)) {
            return patient.labelled("PSY");
        }
        return chance.oneIn(DEAD)
                ? patient.deadSince(plan.begin().minus(chance.between(Duration.ofDays(45), Duration.ofDays(300))))
                : patient;
    }

    private LocalDate born(int daysToYoungest) {
        return OLDEST.plusDays(chance.between(0, daysToYoungest));
    }
}
