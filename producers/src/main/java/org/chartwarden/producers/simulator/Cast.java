package org.chartwarden.producers.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Gives each member of staff at most one part in the day's stories, so that no two stories add up to a third. */
final class Cast {

    private final Workday workday;
    private final List<StaffMember> free;

    Cast(Workday workday) {
        this.workday = workday;
        this.free = new ArrayList<>(
                Chance.ofDay(workday.plan(), "cast").shuffled(workday.hospital().staff()));
    }

    StaffMember anybody() {
        return take(member -> true, "anybody");
    }

    /** Somebody whom nothing ties to the patient on this day, and who is not the patient. */
    StaffMember strangerTo(String patientId) {
        return take(
                member -> !member.owns(patientId) && !workday.related(member, patientId),
                "a stranger to patient " + patientId);
    }

    /** Somebody with a record of their own, treated by others only. */
    StaffMember somebodyWithOwnRecord() {
        return take(
                member -> member.ownPatientId().isPresent()
                        && !workday.related(member, member.ownPatientId().get()),
                "a member of staff with a record of their own");
    }

    /** Those without a part, in no particular order. */
    List<StaffMember> extras() {
        return List.copyOf(free);
    }

    private StaffMember take(Predicate<StaffMember> wanted, String who) {
        StaffMember member = free.stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The simulated staff of "
                        + workday.hospital().staff().size() + " has nobody left for " + who + ": plan more staff"));
        free.remove(member);
        return member;
    }
}
