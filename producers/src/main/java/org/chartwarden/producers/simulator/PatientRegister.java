package org.chartwarden.producers.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chartwarden.producers.simulator.SimulatedPatient.Kind;

/** Registers the patients: the VIPs, the members of staff who have been patients, and everybody else. */
final class PatientRegister {

    private static final int FIRST_NUMBER = 1_000;
    private static final int VIPS = 8;
    private static final LocalDate OLDEST = LocalDate.of(1930, 1, 1);
    private static final int DAYS_TO_YOUNGEST = 95 * 365;
    private static final int DAYS_TO_YOUNGEST_MEMBER = 70 * 365;

    private final Chance chance;
    private final List<SimulatedPatient> patients = new ArrayList<>();

    private PatientRegister(SimulationPlan plan) {
        this.chance = Chance.ofHospital(plan, "patients");
    }

    static List<SimulatedPatient> of(SimulationPlan plan, List<StaffMember> staff) {
        PatientRegister register = new PatientRegister(plan);
        for (int vip = 0; vip < VIPS; vip++) {
            register.add(
                    register.nextId(), PersonName.by(register.chance), DAYS_TO_YOUNGEST, Kind.VIP, register.plot());
        }
        for (StaffMember member : staff) {
            member.ownPatientId()
                    .ifPresent(id ->
                            register.add(id, member.name(), DAYS_TO_YOUNGEST_MEMBER, Kind.COWORKER, member.home()));
        }
        while (register.patients.size() < plan.patients()) {
            register.add(
                    register.nextId(), PersonName.by(register.chance), DAYS_TO_YOUNGEST, Kind.PLAIN, register.plot());
        }
        return List.copyOf(register.patients);
    }

    private String nextId() {
        return "p" + (FIRST_NUMBER + patients.size());
    }

    private Home plot() {
        return Home.of(patients.size());
    }

    private void add(String id, PersonName name, int daysToYoungest, Kind kind, Home home) {
        LocalDate birthDate = OLDEST.plusDays(chance.between(0, daysToYoungest));
        patients.add(SimulatedPatient.of(id, name, birthDate, kind, home));
    }
}
