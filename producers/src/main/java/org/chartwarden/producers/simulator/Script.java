package org.chartwarden.producers.simulator;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.chartwarden.model.Subject;
import org.chartwarden.producers.simulator.SimulatedPatient.Kind;
import org.hl7.fhir.r4.model.Resource;

/**
 * What the stories write down: people of their own, whom no other story touches, their papers and accesses, and the
 * truth about them.
 */
final class Script {

    /** The letters before them differ from those of the hospital's own people. */
    private static final int FIRST_STAFF = 3_000;

    private static final int FIRST_PATIENT = 3_000;
    private static final int FIRST_STAFF_PLOT = 24_000;
    private static final int FIRST_PATIENT_PLOT = 4_000;
    /** Neighbouring record numbers belong to a story only if it wants them. */
    private static final int NUMBERS_APART = 3;

    /** What one script at most uses of each range: several scripts of one hospital must not meet. */
    private static final int STAFF_A_SERIES = 1_000;

    private static final int PATIENTS_A_SERIES = 100_000;
    private static final int PLOTS_A_SERIES = 1_500;

    /** Where the homes of the staff of all scripts but the first begin: above those of all patients. */
    private static final int LATER_STAFF_PLOT = 120_000;

    private static final int PAPERS_A_SERIES = 10_000;

    private static final int LONGEST_SITTING = 3;
    private static final int YOUNGEST = 20;

    private final SimulationPlan plan;
    private final int series;
    private final Chance chance;
    private final Charting charting;
    private final Papers papers;
    private final List<StaffMember> staff = new ArrayList<>();
    private final List<SimulatedPatient> patients = new ArrayList<>();
    private final List<Resource> filed = new ArrayList<>();
    private final List<Paper> late = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();
    private final List<PlantedIncident> incidents = new ArrayList<>();
    private final List<List<Act>> incidentActs = new ArrayList<>();
    private final List<PlantedInnocent> innocents = new ArrayList<>();

    Script(SimulationPlan plan) {
        this(plan, 0);
    }

    /** @param series tells apart the people and papers of several scripts of one hospital */
    Script(SimulationPlan plan, int series) {
        this.plan = plan;
        this.series = series;
        this.papers = new Papers(series * PAPERS_A_SERIES);
        this.chance = Chance.ofDay(plan, series == 0 ? "stories" : "stories " + series);
        this.charting = new Charting(chance);
    }

    Chance chance() {
        return chance;
    }

    Papers papers() {
        return papers;
    }

    Instant today(int hour, int minute) {
        return on(0, hour, minute);
    }

    Instant on(int daysBefore, int hour, int minute) {
        return plan.at(daysBefore, LocalTime.of(hour, minute));
    }

    StaffMember hire(Department department, Role role) {
        return hire(department, role, member -> member);
    }

    /** Somebody new. Nothing is known of the person's shifts unless {@code different} says so. */
    StaffMember hire(Department department, Role role, UnaryOperator<StaffMember> different) {
        int number = staff.size() + series * STAFF_A_SERIES;
        StaffMember member = different.apply(new StaffMember(
                (role.human() ? "t" : "d") + (FIRST_STAFF + number),
                PersonName.by(chance),
                role,
                Shift.DAY,
                List.of(department),
                Home.of((series == 0 ? FIRST_STAFF_PLOT : LATER_STAFF_PLOT + series * PLOTS_A_SERIES) + staff.size()),
                Optional.empty(),
                Employment.WITHOUT_SHIFTS));
        staff.add(member);
        return member;
    }

    SimulatedPatient patient() {
        return patient(patient -> patient);
    }

    SimulatedPatient vip() {
        return patient(patient -> patient.as(Kind.VIP));
    }

    /** Somebody new, whom nobody has treated yet. */
    SimulatedPatient patient(UnaryOperator<SimulatedPatient> different) {
        int number = patients.size();
        return numbered(FIRST_PATIENT + number * NUMBERS_APART, different);
    }

    List<SimulatedPatient> patients(int number) {
        return Stream.generate(this::patient).limit(number).toList();
    }

    /** Patients whose record numbers follow each other, in a range that no others have. */
    List<SimulatedPatient> patientsInSequence(int number, int firstNumber) {
        return Stream.iterate(firstNumber, next -> next + 1)
                .limit(number)
                .map(next -> numbered(next, patient -> patient))
                .toList();
    }

    private SimulatedPatient numbered(int number, UnaryOperator<SimulatedPatient> different) {
        SimulatedPatient patient = different.apply(SimulatedPatient.of(
                "q" + (number + series * PATIENTS_A_SERIES),
                PersonName.by(chance),
                plan.day().minusYears(YOUNGEST + chance.between(0, 50)).withDayOfMonth(1),
                Kind.PLAIN,
                Home.of(FIRST_PATIENT_PLOT + patients.size() + series * PLOTS_A_SERIES)));
        patients.add(patient);
        return patient;
    }

    /** A paper that is on record before the first access arrives. */
    void file(Resource paper) {
        filed.add(paper);
    }

    /** A paper that arrives in the middle of things. */
    void fileLate(Instant arrival, Resource paper) {
        late.add(new Paper(arrival, paper));
    }

    /** A sitting: the chart is opened, and some of it is read. */
    List<Act> look(StaffMember member, SimulatedPatient patient, Instant time) {
        return charting.open(
                Opening.withoutCare(member, patient.patientId()), time, chance.between(1, LONGEST_SITTING));
    }

    Act read(StaffMember member, SimulatedPatient patient, Instant time) {
        return act(member, patient, time, Interaction.READ, "Patient");
    }

    /** One act on one resource of the patient's. */
    Act act(StaffMember member, SimulatedPatient patient, Instant time, Interaction interaction, String type) {
        String object = type + "/" + patient.patientId() + (type.equals("Patient") ? "" : "-1");
        return Act.of(Opening.withoutCare(member, patient.patientId()), time, interaction, object, chance.uuid());
    }

    /** Accesses that are part of no incident. */
    void play(List<Act> accesses) {
        acts.addAll(accesses);
    }

    void incident(String ruleId, List<Act> accesses, String description) {
        acts.addAll(accesses);
        incidentActs.add(List.copyOf(accesses));
        incidents.add(PlantedIncident.of(ruleId, Subject.USER, accesses, description));
    }

    void patientsIncident(String ruleId, List<Act> accesses, String description) {
        acts.addAll(accesses);
        incidentActs.add(List.copyOf(accesses));
        incidents.add(PlantedIncident.of(ruleId, Subject.PATIENT, accesses, description));
    }

    void innocent(String ruleId, List<Act> accesses, String why) {
        acts.addAll(accesses);
        innocents.add(PlantedInnocent.of(ruleId, Subject.USER, accesses, why));
    }

    void patientsInnocent(String ruleId, List<Act> accesses, String why) {
        acts.addAll(accesses);
        innocents.add(PlantedInnocent.of(ruleId, Subject.PATIENT, accesses, why));
    }

    List<StaffMember> staff() {
        return List.copyOf(staff);
    }

    List<SimulatedPatient> patients() {
        return List.copyOf(patients);
    }

    List<Resource> filedPapers() {
        return List.copyOf(filed);
    }

    List<Paper> latePapers() {
        return List.copyOf(late);
    }

    List<Act> acts() {
        return List.copyOf(acts);
    }

    List<PlantedIncident> incidents() {
        return List.copyOf(incidents);
    }

    /** What each incident consists of, in the order of {@link #incidents}. */
    List<List<Act>> incidentActs() {
        return List.copyOf(incidentActs);
    }

    List<PlantedInnocent> innocents() {
        return List.copyOf(innocents);
    }
}
