package org.chartwarden.streams.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Durations for people. */
public final class Words {

    private Words() {}

    /** Such as "1 hour", "14 days" or "1 day 12 hours"; seconds and less only where nothing greater is left. */
    public static String of(Duration duration) {
        List<String> parts = new ArrayList<>();
        add(parts, duration.toDaysPart(), "day");
        add(parts, duration.toHoursPart(), "hour");
        add(parts, duration.toMinutesPart(), "minute");
        if (parts.isEmpty() || duration.toSecondsPart() > 0) {
            add(parts, duration.toSecondsPart(), "second");
        }
        return parts.isEmpty() ? "0 seconds" : String.join(" ", parts);
    }

    private static void add(List<String> parts, long amount, String unit) {
        if (amount > 0) {
            parts.add(amount + " " + unit + (amount == 1 ? "" : "s"));
        }
    }
}
