package org.chartwarden.producers.fhir;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.chartwarden.model.WeeklyShift;
import org.chartwarden.producers.source.Refusal;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.PractitionerRole.DaysOfWeek;
import org.hl7.fhir.r4.model.PractitionerRole.PractitionerRoleAvailableTimeComponent;
import org.hl7.fhir.r4.model.TimeType;

/**
 * FHIR R4 availableTime to shifts. From 19:00 to 07:00 on Mondays is one shift that begins on Monday at minute 1140 and
 * ends at minute 1860, on Tuesday. What the source leaves out limits nothing: no days are all days, no begin is midnight,
 * no end is the next midnight.
 */
final class Shifts {

    private static final int DAY = 24 * 60;
    private static final Set<DaysOfWeek> ALL_DAYS = EnumSet.range(DaysOfWeek.MON, DaysOfWeek.SUN);

    private Shifts() {}

    /** @param path the element that holds the times */
    static List<WeeklyShift> of(List<PractitionerRoleAvailableTimeComponent> times, String path) throws Refusal {
        List<WeeklyShift> shifts = new ArrayList<>();
        for (int index = 0; index < times.size(); index++) {
            shifts.addAll(of(times.get(index), path + "[" + index + "]"));
        }
        return shifts;
    }

    private static List<WeeklyShift> of(PractitionerRoleAvailableTimeComponent time, String path) throws Refusal {
        int begin = minute(time.getAvailableStartTimeElement(), 0, path + ".availableStartTime");
        int end = minute(time.getAvailableEndTimeElement(), DAY, path + ".availableEndTime");
        int start = time.getAllDay() ? 0 : begin;
        int stop = time.getAllDay() ? DAY : end > begin ? end : end + DAY;
        return days(time).stream()
                .map(day -> new WeeklyShift(day.ordinal() + 1, start, stop))
                .toList();
    }

    /** In the order of the week, as the enumeration has them from Monday on. */
    private static Set<DaysOfWeek> days(PractitionerRoleAvailableTimeComponent time) {
        Set<DaysOfWeek> days = EnumSet.noneOf(DaysOfWeek.class);
        time.getDaysOfWeek().stream()
                .map(Enumeration::getValue)
                .filter(ALL_DAYS::contains)
                .forEach(days::add);
        return days.isEmpty() ? ALL_DAYS : days;
    }

    private static int minute(TimeType time, int missing, String path) throws Refusal {
        if (time.getValue() == null) {
            return missing;
        }
        try {
            return LocalTime.parse(time.getValue()).get(ChronoField.MINUTE_OF_DAY);
        } catch (DateTimeParseException e) {
            throw new Refusal(path, "is not a valid time of FHIR R4; a time of day such as 19:00:00 is required");
        }
    }
}
