package org.chartwarden.producers.simulator;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The people of the hospital and the visits that bring them together around the simulated day. */
final class Hospital {

    private final List<StaffMember> staff;
    private final List<SimulatedPatient> patients;
    private final List<Visit> visits;
    private final Map<String, List<Visit>> visitsByPatient;
    private final Map<String, List<SimulatedPatient>> patientsByFamily;

    private Hospital(List<StaffMember> staff, List<SimulatedPatient> patients, List<Visit> visits) {
        this.staff = staff;
        this.patients = patients;
        this.visits = visits;
        this.visitsByPatient = visits.stream().collect(Collectors.groupingBy(Visit::patientId));
        this.patientsByFamily = patients.stream()
                .collect(Collectors.groupingBy(patient -> patient.name().family()));
    }

    static Hospital of(SimulationPlan plan) {
        List<StaffMember> staff = StaffRoster.of(plan);
        List<SimulatedPatient> patients = PatientRegister.of(plan, staff);
        return new Hospital(staff, patients, new VisitCalendar(plan, staff).visitsOf(patients));
    }

    List<StaffMember> staff() {
        return staff;
    }

    List<SimulatedPatient> patients() {
        return patients;
    }

    List<SimulatedPatient> patients(SimulatedPatient.Kind kind) {
        return patients.stream().filter(patient -> patient.is(kind)).toList();
    }

    List<Visit> visits() {
        return visits;
    }

    List<Visit> visitsOf(String patientId) {
        return visitsByPatient.getOrDefault(patientId, List.of());
    }

    /** Everybody with this family name, as a search for it lists them. */
    List<SimulatedPatient> namesakes(String family) {
        return patientsByFamily.getOrDefault(family, List.of());
    }
}
