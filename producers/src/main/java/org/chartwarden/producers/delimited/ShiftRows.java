package org.chartwarden.producers.delimited;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chartwarden.model.Duty;
import org.chartwarden.model.WeeklyShift;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.topic.Topics;

/**
 * Rows of a roster: each is a record of the workforce for every day it names, or for the one time it tells, and nothing
 * else.
 */
final class ShiftRows implements RowMapper {

    private static final int HOUR_MINUTES = 60;
    private static final int DAY_MINUTES = 24 * HOUR_MINUTES;

    /** Ten weeks: a dated duty takes the place of one that began so long before it, so that room is bounded. */
    private static final long MINUTES = 10 * 7 * DAY_MINUTES;

    private final RowVersion version;

    ShiftRows(RowVersion version) {
        this.version = version;
    }

    @Override
    public List<Outgoing<?>> records(Told told) throws Refusal {
        boolean active = told.flag("active", true);
        Instant updatedAt = version.of(told);
        List<Outgoing<?>> records = new ArrayList<>();
        List<String> keys = keys(told);
        for (int index = 0; index < keys.size(); index++) {
            WorkforceMember member = WorkforceMember.newBuilder()
                    .setRecordId(keys.get(index))
                    .setUserId(told.required("userId"))
                    .setActive(active)
                    .setShifts(isWeekly(told) ? List.of(shift(told, index)) : List.of())
                    .setDuties(isWeekly(told) ? List.of() : List.of(duty(told)))
                    .setUpdatedAt(updatedAt)
                    .build();
            records.add(new Outgoing<>(Topics.WORKFORCE, member.getRecordId(), member));
        }
        return records;
    }

    @Override
    public List<String> keys(Told told) throws Refusal {
        String person = told.mapping().identity().list() + "/" + told.required("userId") + "/";
        if (!isWeekly(told)) {
            long minutes = Math.floorMod(
                    Duration.ofSeconds(start(told).getEpochSecond()).toMinutes(), MINUTES);
            return List.of(person + minutes / HOUR_MINUTES + "/" + minutes % HOUR_MINUTES);
        }
        int minute = minute(told, "startTime");
        return days(told).stream()
                .map(day -> person + day.getValue() + "/" + minute)
                .toList();
    }

    private static boolean isWeekly(Told told) {
        return told.mapping().fields().containsKey("day");
    }

    private static List<DayOfWeek> days(Told told) throws Refusal {
        List<DayOfWeek> days = told.all("day", Words::day);
        if (days.isEmpty()) {
            throw told.missing("day");
        }
        return days.stream().distinct().toList();
    }

    private static WeeklyShift shift(Told told, int index) throws Refusal {
        int start = minute(told, "startTime");
        int end = minute(told, "endTime");
        return new WeeklyShift(days(told).get(index).getValue(), start, end > start ? end : end + DAY_MINUTES);
    }

    private static int minute(Told told, String field) throws Refusal {
        return told.timeOfDay(field).orElseThrow(() -> told.missing(field)).get(ChronoField.MINUTE_OF_DAY);
    }

    private static Instant start(Told told) throws Refusal {
        return told.instant("start", Moments.Day.REFUSED).orElseThrow(() -> told.missing("start"));
    }

    private static Duty duty(Told told) throws Refusal {
        Instant start = start(told);
        if (told.mapping().fields().containsKey("endTime")) {
            return new Duty(start, endAfter(start, told));
        }
        Instant end = told.instant("end", Moments.Day.REFUSED).orElseThrow(() -> told.missing("end"));
        if (!end.isAfter(start)) {
            throw new Refusal(told.path("end"), "is not after the begin");
        }
        return new Duty(start, end);
    }

    /** The first time that the clock shows that time of day after the begin. */
    private static Instant endAfter(Instant start, Told told) throws Refusal {
        Optional<LocalTime> time = told.timeOfDay("endTime");
        LocalTime end = time.orElseThrow(() -> told.missing("endTime"));
        ZonedDateTime sameDay = start.atZone(told.mapping().zone()).with(end);
        return (sameDay.toInstant().isAfter(start) ? sameDay : sameDay.plusDays(1)).toInstant();
    }
}
