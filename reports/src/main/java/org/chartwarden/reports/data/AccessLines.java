package org.chartwarden.reports.data;

import java.util.List;
import org.chartwarden.reports.ReportContext;
import org.chartwarden.reports.Words;

/** An access as a line of CSV. */
public final class AccessLines {

    /** What the cells are. */
    public static final List<String> HEADER = List.of(
            "time",
            "user id",
            "user name",
            "departments",
            "roles",
            "done",
            "action",
            "category",
            "succeeded",
            "purpose of use",
            "explained",
            "reason",
            "patient id",
            "system",
            "event id");

    private AccessLines() {}

    /** As many as the header has. */
    public static List<String> cells(AccessRow access, ReportContext context) {
        return List.of(
                context.time(access.time()),
                access.userId().orElse(""),
                access.userName().orElse(""),
                Words.joined(access.departments()),
                Words.joined(access.roles()),
                AccessWords.what(access),
                access.action(),
                access.category(),
                Boolean.toString(access.succeeded()),
                Words.joined(access.purposes()),
                Boolean.toString(access.explained()),
                AccessWords.why(access),
                access.patientId().orElse(""),
                access.sourceSystem().orElse(""),
                access.eventId());
    }
}
