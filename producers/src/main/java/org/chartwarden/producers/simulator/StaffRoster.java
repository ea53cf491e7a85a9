package org.chartwarden.producers.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hires the staff: every department has each role and shift, its indispensable ones first. */
final class StaffRoster {

    record Post(Role role, Shift shift) {}

    static final List<Post> POSTS = List.of(
            new Post(Role.PHYSICIAN, Shift.DAY),
            new Post(Role.NURSE, Shift.DAY),
            new Post(Role.NURSE, Shift.EVENING),
            new Post(Role.NURSE, Shift.NIGHT),
            new Post(Role.PHYSICIAN, Shift.NIGHT),
            new Post(Role.PHYSICIAN, Shift.EVENING),
            new Post(Role.NURSE, Shift.DAY),
            new Post(Role.PHYSICIAN, Shift.DAY),
            new Post(Role.THERAPIST, Shift.DAY),
            new Post(Role.NURSE, Shift.DAY),
            new Post(Role.NURSE, Shift.EVENING),
            new Post(Role.NURSE, Shift.NIGHT));

    /** One in so many also covers a second department, mostly at night. */
    private static final int SECOND_DEPARTMENT = 12;
    /** One in so many has been a patient of the hospital. */
    private static final int OWN_RECORD = 5;

    /** All ids are equally long; not by a format, whose digits would follow the machine's language. */
    private static final int FIRST_NUMBER = 1_000;

    /** Staff and patients live in different quarters of the town. */
    private static final int FIRST_PLOT = 20_000;

    private StaffRoster() {}

    static List<StaffMember> of(SimulationPlan plan) {
        Chance chance = Chance.ofHospital(plan, "staff");
        List<Department> departments = Department.USUAL;
        List<StaffMember> staff = new ArrayList<>();
        for (int number = 0; number < plan.staff(); number++) {
            Post post = POSTS.get(number / departments.size() % POSTS.size());
            staff.add(hire(number, post, departments.get(number % departments.size()), chance));
        }
        return List.copyOf(staff);
    }

    private static StaffMember hire(int number, Post post, Department department, Chance chance) {
        List<Department> departments = new ArrayList<>(List.of(department));
        if (chance.oneIn(post.shift() == Shift.NIGHT ? SECOND_DEPARTMENT / 4 : SECOND_DEPARTMENT)) {
            departments.add(chance.pick(Department.USUAL.stream()
                    .filter(other -> other != department)
                    .toList()));
        }
        // Shifted by one from row to row, else all of them would work in the same departments.
        Optional<String> ownPatientId = (number + number / Department.USUAL.size()) % OWN_RECORD == 0
                ? Optional.of("w" + (FIRST_NUMBER + number))
                : Optional.empty();
        return new StaffMember(
                "u" + (FIRST_NUMBER + number),
                PersonName.by(chance),
                post.role(),
                post.shift(),
                List.copyOf(departments),
                Home.of(FIRST_PLOT + number),
                ownPatientId,
                Employment.USUAL);
    }
}
