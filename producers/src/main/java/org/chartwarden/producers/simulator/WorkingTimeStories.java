package org.chartwarden.producers.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** People who should not be at work then: off shift, on leave, gone, or long unseen. */
final class WorkingTimeStories implements Story {

    private static final String DORMANT = "dormant-account";

    @Override
    public void tell(Script script) {
        offShift(script);
        onLeave(script);
        terminated(script);
        dormant(script);
    }

    private static void offShift(Script script) {
        StaffMember culprit = script.hire(Department.NEUROLOGY, Role.NURSE, drawn -> drawn.working(Shift.DAY));
        script.incident(
                "off-shift",
                script.look(culprit, script.patient(), script.today(21, 30)),
                culprit.portrait() + " opens a stranger's chart six hours after the end of the shift");

        StaffMember night = script.hire(Department.NEUROLOGY, Role.NURSE, drawn -> drawn.working(Shift.NIGHT));
        script.innocent(
                "off-shift",
                script.look(night, script.patient(), script.today(4, 30)),
                "In the small hours, in the middle of a night shift");

        StaffMember overtime = script.hire(Department.NEUROLOGY, Role.NURSE, drawn -> drawn.working(Shift.DAY));
        script.innocent(
                "off-shift",
                script.look(overtime, script.patient(), script.today(15, 55)),
                "Less than half an hour of overtime");
    }

    private static void onLeave(Script script) {
        StaffMember culprit = script.hire(
                Department.CARDIOLOGY, Role.THERAPIST, drawn -> drawn.onLeave(script.on(5, 0, 0), script.on(-5, 0, 0)));
        script.incident(
                "on-leave",
                script.look(culprit, script.patient(), script.today(18, 0)),
                culprit.portrait() + " opens a stranger's chart while on leave");

        Team back = team(script, drawn -> drawn.onLeave(script.on(20, 0, 0), script.on(1, 23, 30)));
        script.innocent("on-leave", back.workday(0, 3), "The leave ended last night");
    }

    private static void terminated(Script script) {
        StaffMember culprit =
                script.hire(Department.SURGERY, Role.PHYSICIAN, drawn -> drawn.employedUntil(script.on(10, 17, 0)));
        script.incident(
                "after-termination",
                script.look(culprit, script.patient(), script.today(19, 30)),
                culprit.portrait() + " still has access ten days after the end of the employment");

        Team lastDay = team(script, drawn -> drawn.employedUntil(script.on(-1, 0, 0)));
        script.innocent("after-termination", lastDay.workday(0, 3), "It is the last day of the employment");

        Team gone = team(script, drawn -> drawn.employedUntil(script.on(10, 17, 0)));
        List<Act> refused = gone.workday(0, 1).stream()
                .map(act -> act.in(Circumstance.REFUSED))
                .toList();
        script.innocent("after-termination", refused, "The account is locked: the system refused");
    }

    /** Silent for more than sixty days, and for less. */
    private static void dormant(Script script) {
        Team culprit = team(script, drawn -> drawn);
        script.play(culprit.routine(75, 62, 1, 2));
        script.incident(
                DORMANT,
                culprit.workday(0, 4),
                culprit.member().portrait() + "'s account awakes after two months of silence");

        Team innocent = team(script, drawn -> drawn);
        List<Act> work = new ArrayList<>(innocent.routine(75, 55, 1, 2));
        work.addAll(innocent.workday(0, 4));
        script.innocent(DORMANT, work, "Back after less than two months");
    }

    private static Team team(Script script, UnaryOperator<StaffMember> different) {
        return Team.of(script, script.hire(Department.ORTHOPAEDICS, Role.PHYSICIAN, different), 3);
    }
}
