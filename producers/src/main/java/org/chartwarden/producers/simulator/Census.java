package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the visits and orders of a department around a time. */
final class Census {

    /** Nobody lies longer, so nothing that began earlier has to be looked at. */
    private static final Duration LONGEST = Duration.ofDays(41);

    private final Map<Department, List<Episode>> episodes = new EnumMap<>(Department.class);
    private final List<Episode> all;
    private final List<Orders.Order> orders;

    /**
     * @param all in order of their begin
     * @param orders of these
     */
    Census(List<Episode> all, List<Orders.Order> orders) {
        this.all = all;
        this.orders = orders;
        for (Department department : Department.values()) {
            episodes.put(
                    department,
                    all.stream()
                            .filter(episode -> episode.department() == department)
                            .toList());
        }
    }

    List<Episode> all() {
        return all;
    }

    /** Who lies in the department then, or is in its emergency rooms. */
    List<Episode> inHouse(Department department, Instant from, Instant to) {
        return begun(episodes.get(department), from.minus(LONGEST), to)
                .filter(episode -> episode.visit().kind() == StayKind.INPATIENT
                        || episode.visit().kind() == StayKind.EMERGENCY)
                .filter(episode -> episode.overlaps(from, to))
                .toList();
    }

    /** Who has an appointment in the department that begins then. */
    List<Episode> appointments(Department department, Instant from, Instant to) {
        return begun(episodes.get(department), from, to)
                .filter(episode -> episode.visit().kind() == StayKind.APPOINTMENT)
                .toList();
    }

    /** Visits of the whole house that begin then. */
    List<Episode> beginning(Instant from, Instant to) {
        return begun(all, from, to).toList();
    }

    /** Stays in the department that ended then. */
    List<Episode> discharged(Department department, Instant from, Instant to) {
        return begun(episodes.get(department), from.minus(LONGEST), to)
                .filter(episode -> episode.visit().kind() == StayKind.INPATIENT)
                .filter(episode -> episode.visit()
                        .end()
                        .filter(end -> end.isAfter(from) && end.isBefore(to))
                        .isPresent())
                .toList();
    }

    /** Whom the department treated once, long ago. */
    List<Episode> former(Department department) {
        return episodes.get(department).stream()
                .filter(episode -> episode.visit().kind() == StayKind.FORMER)
                .toList();
    }

    List<Orders.Order> ordered(Department service, Instant from, Instant to) {
        return orders.stream()
                .filter(order -> order.service() == service)
                .filter(order -> !order.time().isBefore(from) && order.time().isBefore(to))
                .toList();
    }

    private static Stream<Episode> begun(List<Episode> sorted, Instant from, Instant to) {
        int first = firstFrom(sorted, from);
        return sorted.subList(first, Math.max(first, firstFrom(sorted, to))).stream();
    }

    private static int firstFrom(List<Episode> sorted, Instant time) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).visit().start().isBefore(time)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
