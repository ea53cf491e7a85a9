package org.chartwarden.reports;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.chartwarden.reports.pdf.Fact;
import org.chartwarden.reports.pdf.Title;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;

/**
 * What every report is made with.
 *
 * @param system the site's name of the system
 * @param zone in which times and days are shown
 * @param span which time it is about
 * @param madeAt when
 * @param madeBy the officer, where one is named
 */
public record ReportContext(String system, ZoneId zone, Span span, Instant madeAt, Optional<String> madeBy) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter FILE = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

    public ReportContext {
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(madeAt, "madeAt");
        Objects.requireNonNull(madeBy, "madeBy");
    }

    /** As the settings name site and zone. */
    public static ReportContext of(Settings settings, Span span, Instant madeAt, Optional<String> madeBy) {
        return new ReportContext(
                settings.text(Setting.SITE_NAME), settings.zone(Setting.SITE_ZONE), span, madeAt, madeBy);
    }

    /** A time to the second, where the site is. */
    public String time(Instant time) {
        return TIME.format(time.atZone(zone));
    }

    /** A name for files: when the report was made, but not about whom, for names of files are seen by many. */
    public String fileName(String report) {
        return report + "-" + FILE.format(madeAt.atZone(zone));
    }

    /** The title block: about whom, then which time, then who made it. */
    public Title title(String title, String subtitle, List<Fact> about) {
        List<Fact> facts = new ArrayList<>(about);
        facts.add(new Fact("Time", span.words(zone)));
        madeBy.ifPresent(officer -> facts.add(new Fact("Made by", officer)));
        return new Title(system, title, subtitle, facts, madeAt, zone);
    }
}
