package org.chartwarden.reports.pdf;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * What stands at the top of the first page, and in the document's properties.
 *
 * @param system the site's name of the system
 * @param title which report it is; also in the document's properties, so nobody's identifier
 * @param subtitle what it answers, in a sentence
 * @param facts about whom, which span, by whom and whatever else was asked for
 * @param madeAt also the document's date of creation: with the same one the same content gives the same pages
 * @param zone in which times are shown
 */
public record Title(String system, String title, String subtitle, List<Fact> facts, Instant madeAt, ZoneId zone) {

    public Title {
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(subtitle, "subtitle");
        facts = List.copyOf(facts);
        Objects.requireNonNull(madeAt, "madeAt");
        Objects.requireNonNull(zone, "zone");
    }
}
