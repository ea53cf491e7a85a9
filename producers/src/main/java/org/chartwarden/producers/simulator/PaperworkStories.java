package org.chartwarden.producers.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chartwarden.producers.simulator.Papers.Ordered;
import org.chartwarden.producers.simulator.SimulatedPatient.Kind;

/** VIPs whose charts are opened for good reasons, one of each kind. */
final class PaperworkStories implements Story {

    private static final String VIP = "vip-without-explanation";
    private static final int REHABILITATED = 40;
    private static final int DIETICIANS = 4;

    @Override
    public void tell(Script script) {
        lateOrder(script);
        mergedRecord(script);
        brokenGlass(script);
        earlierCare(script);
        coding(script);
        handover(script);
        habit(script);
    }

    private static void lateOrder(Script script) {
        StaffMember radiologist = script.hire(Department.RADIOLOGY, Role.PHYSICIAN);
        StaffMember surgeon = script.hire(Department.SURGERY, Role.PHYSICIAN);
        SimulatedPatient vip = script.vip();
        script.fileLate(
                script.today(12, 15),
                script.papers().order(Ordered.IMAGING, vip, surgeon, Department.RADIOLOGY, script.today(8, 55)));
        script.innocent(
                VIP,
                script.look(radiologist, vip, script.today(9, 0)),
                "The order was made by telephone and written down three hours later");
    }

    /** Admitted under a second record, which turns out to be the same person's. */
    private static void mergedRecord(Script script) {
        StaffMember nurse = script.hire(Department.CARDIOLOGY, Role.NURSE);
        SimulatedPatient old = script.vip();
        SimulatedPatient kept =
                script.patient(drawn -> drawn.as(Kind.VIP).named(old.name()).livingAt(old.home()));
        script.file(
                script.papers().encounter(kept, Department.CARDIOLOGY, script.on(1, 7, 0), Optional.empty(), nurse));
        script.fileLate(script.today(14, 30), PeopleResources.merged(old, kept));
        script.innocent(
                VIP,
                script.look(nurse, old, script.today(11, 0)),
                "The patient lies in the ward under another record, and both are merged in the afternoon");
    }

    private static void brokenGlass(Script script) {
        StaffMember physician = script.hire(Department.EMERGENCY, Role.PHYSICIAN);
        SimulatedPatient vip = script.vip();
        Instant arrival = script.today(6, 10);
        script.file(script.papers().encounter(vip, Department.EMERGENCY, arrival, Optional.empty(), physician));
        List<Act> looks = script.look(physician, vip, arrival.plusSeconds(120)).stream()
                .map(act -> act.in(Circumstance.BREAK_THE_GLASS))
                .toList();
        script.innocent(VIP, looks, "The glass was broken for an emergency whose physician this is");
    }

    /** Two weeks after the discharge nothing explains the chart's opening but that it was opened for care before. */
    private static void earlierCare(Script script) {
        StaffMember physician = script.hire(Department.ONCOLOGY, Role.PHYSICIAN);
        SimulatedPatient vip = script.vip();
        script.file(script.papers()
                .encounter(
                        vip, Department.ONCOLOGY, script.on(30, 12, 0), Optional.of(script.on(20, 12, 0)), physician));
        List<Act> looks = Stream.concat(
                        script.look(physician, vip, script.on(21, 10, 0)).stream(),
                        script.look(physician, vip, script.today(10, 0)).stream())
                .toList();
        script.innocent(VIP, looks, "The physician treated the VIP three weeks ago");
    }

    private static void coding(Script script) {
        StaffMember coder = script.hire(Department.CODING, Role.CODER);
        SimulatedPatient vip = script.vip();
        script.file(script.papers()
                .encounter(vip, Department.SURGERY, script.on(9, 12, 0), Optional.of(script.on(4, 12, 0))));
        script.innocent(VIP, script.look(coder, vip, script.today(10, 30)), "The stay is coded for billing");
    }

    private static void handover(Script script) {
        StaffMember receiving = script.hire(Department.PSYCHIATRY, Role.NURSE);
        StaffMember referring = script.hire(Department.EMERGENCY, Role.PHYSICIAN);
        SimulatedPatient vip = script.vip();
        script.file(
                script.papers().order(Ordered.REFERRAL, vip, referring, Department.PSYCHIATRY, script.today(7, 30)));
        script.innocent(
                VIP, script.look(receiving, vip, script.today(10, 45)), "The patient is referred to the department");
    }

    /** Whoever is in Rehabilitation is seen by Nutrition, which nobody writes down any more. */
    private static void habit(Script script) {
        StaffMember physician = script.hire(Department.REHABILITATION, Role.PHYSICIAN);
        Team ward = Team.of(script, physician, REHABILITATED);
        List<StaffMember> dieticians = Stream.generate(() -> script.hire(Department.NUTRITION, Role.DIETICIAN))
                .limit(DIETICIANS)
                .toList();
        List<Act> past = new ArrayList<>();
        for (int number = 0; number < ward.ward().size(); number++) {
            SimulatedPatient patient = ward.ward().get(number);
            Instant time = script.on(40 - number, 9, 0);
            script.file(script.papers().order(Ordered.TREATMENT, patient, physician, Department.NUTRITION, time));
            past.add(script.read(dieticians.get(number % DIETICIANS), patient, time.plusSeconds(3_600)));
        }
        script.play(past);
        SimulatedPatient vip = script.vip();
        script.file(script.papers().encounter(vip, Department.REHABILITATION, script.on(2, 9, 0), Optional.empty()));
        script.innocent(
                VIP,
                script.look(dieticians.get(0), vip, script.today(22, 0)),
                "Nutrition sees nearly every patient of Rehabilitation");
    }
}
