package org.chartwarden.reports;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;

/** Numbers as people read them. */
public final class Words {

    private static final long MINUTES_AN_HOUR = 60;
    private static final long HOURS_A_DAY = 24;

    private Words() {}

    /** Such as 1,234. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Such as "1 access" or "1,234 accesses". */
    public static String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    /** In per cent with one decimal; a dash when there is nothing of which it could be a part. */
    public static String share(long part, long whole) {
        return whole == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }

    /** To the minute below a day, to the hour above; minutes are rounded down. */
    public static String length(Duration duration) {
        long minutes = duration.toMinutes();
        long hours = duration.toHours();
        if (hours == 0) {
            return minutes + " min";
        }
        return hours < HOURS_A_DAY
                ? length(hours, "h", minutes % MINUTES_AN_HOUR, "min")
                : length(duration.toDays(), "d", hours % HOURS_A_DAY, "h");
    }

    private static String length(long whole, String unit, long rest, String smallerUnit) {
        return whole + " " + unit + (rest == 0 ? "" : " " + rest + " " + smallerUnit);
    }

    /** One after the other. */
    public static String joined(Collection<String> values) {
        return String.join(", ", values);
    }
}
