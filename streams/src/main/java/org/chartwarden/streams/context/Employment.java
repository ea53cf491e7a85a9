package org.chartwarden.streams.context;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.chartwarden.model.Department;
import org.chartwarden.model.WorkforceMember;

/**
 * Where somebody works, and until when. A record that names a department, a role or a period tells of a place of work
 * (PractitionerRole, Device, a row of the staff's list); one that only tells when somebody is away or on duty says
 * nothing of the employment, also when it does not hold any more; any other tells of the person alone (Practitioner).
 *
 * @param dismissed the records of the person alone all say that the person is not active any more
 */
public record Employment(List<Place> places, boolean dismissed) {

    /**
     * One place of work.
     *
     * @param from null when it is not known
     * @param until null while it lasts
     */
    record Place(boolean active, Instant from, Instant until, List<Department> departments, List<String> roles) {

        private static Place of(WorkforceMember member) {
            return new Place(
                    member.getActive(),
                    member.getEmployedFrom(),
                    member.getEmployedUntil(),
                    member.getDepartments(),
                    member.getRoles());
        }

        boolean isEnded(Instant time) {
            return !active || (until != null && time.isAfter(until));
        }

        boolean isHeld(Instant time) {
            return !isEnded(time) && (from == null || !time.isBefore(from));
        }
    }

    public Employment {
        places = List.copyOf(places);
    }

    static Employment of(Collection<WorkforceMember> records) {
        Map<Boolean, List<WorkforceMember>> split = records.stream()
                .filter(member -> isPlace(member) || !isTimes(member))
                .collect(Collectors.partitioningBy(Employment::isPlace));
        List<WorkforceMember> alone = split.get(false);
        return new Employment(
                split.get(true).stream().map(Place::of).toList(),
                !alone.isEmpty() && alone.stream().noneMatch(WorkforceMember::getActive));
    }

    private static boolean isPlace(WorkforceMember member) {
        return !member.getDepartments().isEmpty()
                || !member.getRoles().isEmpty()
                || member.getEmployedFrom() != null
                || member.getEmployedUntil() != null;
    }

    private static boolean isTimes(WorkforceMember member) {
        return !member.getLeaves().isEmpty()
                || !member.getShifts().isEmpty()
                || !member.getDuties().isEmpty();
    }

    /** Nobody employs the person any more. False when nothing is known, and before the first day of work. */
    boolean isEnded(Instant time) {
        return dismissed || (!places.isEmpty() && places.stream().allMatch(place -> place.isEnded(time)));
    }

    /** Each once, by id. */
    List<Department> departments(Predicate<Place> which) {
        return places.stream()
                .filter(which)
                .flatMap(place -> place.departments().stream())
                .collect(
                        Collectors.toMap(Department::getId, each -> each, (first, second) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** Each once. */
    List<String> roles(Predicate<Place> which) {
        return places.stream()
                .filter(which)
                .flatMap(place -> place.roles().stream())
                .distinct()
                .toList();
    }
}
