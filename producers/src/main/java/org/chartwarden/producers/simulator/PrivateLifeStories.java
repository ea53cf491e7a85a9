package org.chartwarden.producers.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;

/** Looks at people whom one knows in private: the household, the family, the neighbours, oneself. */
final class PrivateLifeStories implements Story {

    @Override
    public void tell(Script script) {
        household(script);
        familyName(script);
        neighbours(script);
        ownRecord(script);
        ownChild(script);
    }

    private static void household(Script script) {
        StaffMember culprit = script.hire(Department.MATERNITY, Role.NURSE);
        SimulatedPatient flatmate = script.patient(drawn -> drawn.livingAt(culprit.home()));
        script.incident(
                "same-household",
                script.look(culprit, flatmate, script.today(8, 10)),
                culprit.portrait() + " opens the chart of somebody of the same address");

        StaffMember nurse = script.hire(Department.NEUROLOGY, Role.NURSE);
        SimulatedPatient treated = script.patient(drawn -> drawn.livingAt(nurse.home()));
        Instant discharge = script.on(5, 11, 0);
        script.file(
                script.papers().encounter(treated, Department.NEUROLOGY, script.on(9, 11, 0), Optional.of(discharge)));
        script.innocent(
                "same-household",
                script.look(nurse, treated, script.today(8, 20)),
                "The department discharged the patient five days ago, and results are followed up");
    }

    /** A name that one patient bears besides the member, and one that many do. */
    private static void familyName(Script script) {
        PersonName rare = new PersonName("Quillfeather", "Ottoline");
        StaffMember culprit = script.hire(
                Department.SURGERY, Role.PHYSICIAN, drawn -> drawn.named(new PersonName(rare.family(), "Barnaby")));
        SimulatedPatient namesake = script.patient(drawn -> drawn.named(rare));
        script.incident(
                "same-family-name",
                script.look(culprit, namesake, script.today(10, 40)),
                culprit.portrait() + " opens the chart of a patient of the same rare family name");

        StaffMember innocent = script.hire(
                Department.SURGERY, Role.PHYSICIAN, drawn -> drawn.named(new PersonName("Anders", "Barnaby")));
        SimulatedPatient common = script.patient(drawn -> drawn.named(new PersonName("Anders", "Ottoline")));
        script.innocent(
                "same-family-name",
                script.look(innocent, common, script.today(10, 50)),
                "One patient in sixteen has that family name");
    }

    private static void neighbours(Script script) {
        StaffMember culprit = script.hire(Department.RADIOLOGY, Role.NURSE);
        SimulatedPatient neighbour =
                script.patient(drawn -> drawn.livingAt(culprit.home().nextDoor()));
        script.incident(
                "neighbour",
                script.look(culprit, neighbour, script.today(12, 30)),
                culprit.portrait() + " opens the chart of the patient next door");

        StaffMember innocent = script.hire(Department.RADIOLOGY, Role.NURSE);
        SimulatedPatient fartherOff =
                script.patient(drawn -> drawn.livingAt(innocent.home().someStreetsAway()));
        script.innocent(
                "neighbour",
                script.look(innocent, fartherOff, script.today(12, 40)),
                "They live three hundred metres apart, in different streets");
    }

    private static void ownRecord(Script script) {
        SimulatedPatient self = script.patient(drawn -> drawn.as(SimulatedPatient.Kind.COWORKER));
        StaffMember culprit = script.hire(
                Department.ORTHOPAEDICS,
                Role.THERAPIST,
                drawn -> drawn.owning(self.patientId()).named(self.name()));
        script.incident(
                "own-record",
                script.look(culprit, self, script.today(12, 5)),
                culprit.portrait() + " opens their own chart");

        SimulatedPatient listed = script.patient(drawn -> drawn.as(SimulatedPatient.Kind.COWORKER));
        StaffMember innocent = script.hire(
                Department.ORTHOPAEDICS,
                Role.THERAPIST,
                drawn -> drawn.owning(listed.patientId()).named(listed.name()));
        script.innocent(
                "own-record",
                List.of(Searches.byFamilyName(innocent, listed, script.today(12, 15), script.chance())),
                "Their own name stood in a list of results; the chart stayed closed");
    }

    private static void ownChild(Script script) {
        StaffMember culprit = parent(script, Department.CARDIOLOGY);
        SimulatedPatient child = script.patient();
        script.file(relation(script, child, culprit));
        script.incident(
                "own-child-or-proxy",
                script.look(culprit, child, script.today(11, 45)),
                culprit.portrait() + " opens the chart of a patient whose relative they are");

        StaffMember colleague = parent(script, Department.PAEDIATRICS);
        StaffMember nurse = script.hire(Department.PAEDIATRICS, Role.NURSE);
        SimulatedPatient treated = script.patient();
        script.file(relation(script, treated, colleague));
        script.file(script.papers()
                .encounter(treated, Department.PAEDIATRICS, script.on(1, 9, 0), Optional.empty(), nurse));
        script.innocent(
                "own-child-or-proxy",
                script.look(nurse, treated, script.today(11, 50)),
                "A colleague's child, whom the nurse treats");
    }

    private static StaffMember parent(Script script, Department department) {
        SimulatedPatient self = script.patient(drawn -> drawn.as(SimulatedPatient.Kind.COWORKER));
        return script.hire(
                department, Role.NURSE, drawn -> drawn.owning(self.patientId()).named(self.name()));
    }

    private static Resource relation(Script script, SimulatedPatient child, StaffMember parent) {
        return script.papers().relative(child, parent.ownPatientId().orElseThrow());
    }
}
