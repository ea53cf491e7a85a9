package org.chartwarden.producers.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hires the staff of the large hospital: the small one's posts in every ward, and the services that work for all. */
final class LargeRoster {

    private record Service(Department department, Role role) {}

    private static final List<Service> SERVICES = List.of(
            new Service(Department.REGISTRATION, Role.REGISTRATION_CLERK),
            new Service(Department.LABORATORY, Role.LABORATORY_TECHNICIAN),
            new Service(Department.PHARMACY, Role.PHARMACIST),
            new Service(Department.CODING, Role.CODER));

    /** One in so many works in a service. */
    private static final int SERVING = 8;

    /** One in so many has been a patient of the hospital. */
    private static final int OWN_RECORD = 6;

    /** One in so many has a second department, as the personnel office knows. */
    private static final int SECOND_DEPARTMENT = 15;

    /** All ids are equally long. */
    private static final int FIRST_NUMBER = 10_000;

    private final Chance chance;
    private final Town town;
    private final FamilyNames names;

    LargeRoster(SimulationPlan plan, Town town, FamilyNames names) {
        this.chance = Chance.ofHospital(plan, "large staff");
        this.town = town;
        this.names = names;
    }

    List<StaffMember> hire(int staff) {
        List<StaffMember> all = new ArrayList<>();
        for (int number = 0; number < staff; number++) {
            int rank = number / SERVING;
            all.add(
                    number % SERVING == SERVING - 1
                            ? served(number, SERVICES.get(rank % SERVICES.size()))
                            : onWard(number, number - rank));
        }
        return List.copyOf(all);
    }

    private StaffMember served(int number, Service service) {
        return member(number, service.role(), Shift.DAY, List.of(service.department()));
    }

    /** @param rank among the staff of the wards */
    private StaffMember onWard(int number, int rank) {
        List<Department> usual = Department.USUAL;
        StaffRoster.Post post = StaffRoster.POSTS.get(rank / usual.size() % StaffRoster.POSTS.size());
        List<Department> departments = new ArrayList<>(List.of(usual.get(rank % usual.size())));
        if (chance.oneIn(SECOND_DEPARTMENT)) {
            departments.add(chance.pick(
                    usual.stream().filter(other -> !departments.contains(other)).toList()));
        }
        return member(number, post.role(), post.shift(), departments);
    }

    private StaffMember member(int number, Role role, Shift shift, List<Department> departments) {
        String digits = Integer.toString(FIRST_NUMBER + number);
        return new StaffMember(
                "u" + digits,
                names.next(),
                role,
                shift,
                List.copyOf(departments),
                town.somewhere(),
                chance.oneIn(OWN_RECORD) ? Optional.of("w" + digits) : Optional.empty(),
                Employment.USUAL);
    }
}
