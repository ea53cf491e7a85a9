package org.chartwarden.standalone.bench;

import java.util.List;
import java.util.Locale;

/** Results of doors as a table in Markdown, which reads well on a terminal, too. */
public final class DoorTable {

    /** The table's first two lines. */
    public static final List<String> HEAD = List.of(
            "| door | connections | events | taken a second | sustained a second | slowest reader |",
            "| --- | ---: | ---: | ---: | ---: | --- |");

    private DoorTable() {}

    static String row(DoorResult result) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %,d | %,d | %,d | %s |",
                result.title(),
                result.connections(),
                result.events(),
                result.taken(),
                result.sustained(),
                result.slowest());
    }
}
