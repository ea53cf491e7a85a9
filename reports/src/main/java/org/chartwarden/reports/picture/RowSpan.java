package org.chartwarden.reports.picture;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** What one row of a timeline spans, the shortest first. */
enum RowSpan {
    DAY(ChronoUnit.DAYS),
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS),
    YEAR(ChronoUnit.YEARS),
    DECADE(ChronoUnit.DECADES),
    CENTURY(ChronoUnit.CENTURIES);

    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR_MONTH = DateTimeFormatter.ofPattern("uuuu-MM", Locale.ENGLISH);

    private final ChronoUnit unit;

    RowSpan(ChronoUnit unit) {
        this.unit = unit;
    }

    ChronoUnit unit() {
        return unit;
    }

    /** The first day of the span that holds this day; a decade or a century begins with the day's own year. */
    LocalDate begin(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case YEAR, DECADE, CENTURY -> day.withDayOfYear(1);
        };
    }

    /** How the span that begins with this day is called. */
    String name(LocalDate begin) {
        return switch (this) {
            case DAY -> WEEKDAY.format(begin);
            case WEEK -> "from " + begin;
            case MONTH -> YEAR_MONTH.format(begin);
            case YEAR -> Integer.toString(begin.getYear());
            case DECADE, CENTURY -> "from " + begin.getYear();
        };
    }

    /** Such as "a day". */
    String words() {
        return "a " + name().toLowerCase(Locale.ROOT);
    }
}
