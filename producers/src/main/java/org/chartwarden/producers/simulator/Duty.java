package org.chartwarden.producers.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One member's shift on one day.
 *
 * @param member who works
 * @param day counted from the first simulated one
 * @param begin of the work
 * @param end of the work, overtime included
 * @param departments whose patients the member sees
 * @param loan what is out of the ordinary; absent on a usual day
 */
record Duty(
        StaffMember member, int day, Instant begin, Instant end, List<Department> departments, Optional<Loan> loan) {

    /**
     * Work in a department that is not the member's.
     *
     * @param department where
     * @param recorded whether the personnel office ever hears of it
     */
    record Loan(Department department, boolean recorded) {}

    /** Work in that department is on record, as far as the member is concerned. */
    boolean recordedIn(Department department) {
        return member.departments().contains(department)
                || loan.filter(each -> each.department() == department && each.recorded())
                        .isPresent();
    }
}
