package org.chartwarden.sink.mail;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A notice as the words of a mail.
 *
 * @param subject one line
 * @param text for readers without HTML
 * @param html the same, to be read on a phone as well
 */
record RenderedNotice(String subject, String text, String html) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm z", Locale.ENGLISH);

    private static final String WHY_SO_LITTLE =
            "This mail names no person on purpose. Sign in to see who, what and why.";

    static RenderedNotice of(AlertNotice notice) {
        Map<String, String> rows = rows(notice);
        return new RenderedNotice(subject(notice), text(notice, rows), html(notice, rows));
    }

    private static String subject(AlertNotice notice) {
        return "[%s] %s alert %s: review by %s"
                .formatted(notice.system(), severity(notice), notice.alertId(), time(notice.deadline()));
    }

    private static Map<String, String> rows(AlertNotice notice) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Alert", notice.alertId());
        rows.put("Severity", severity(notice));
        rows.put("Raised", time(notice.raised()));
        rows.put("Review by", time(notice.deadline()));
        rows.put("System", notice.system());
        rows.put("Contact", notice.contact());
        return rows;
    }

    private static String text(AlertNotice notice, Map<String, String> rows) {
        String table = rows.entrySet().stream()
                .map(row -> "%-10s %s".formatted(row.getKey() + ":", row.getValue()))
                .collect(Collectors.joining("\n"));
        return """
                %s

                %s

                %s

                %s
                """.formatted(notice.action(), table, notice.link(), WHY_SO_LITTLE);
    }

    private static String html(AlertNotice notice, Map<String, String> rows) {
        String table = rows.entrySet().stream()
                .map(row -> HtmlTemplate.row(row.getKey(), row.getValue()))
                .collect(Collectors.joining());
        return HtmlTemplate.page(notice, severity(notice), table, WHY_SO_LITTLE);
    }

    private static String severity(AlertNotice notice) {
        return notice.severity().name();
    }

    private static String time(ZonedDateTime time) {
        return TIME.format(time);
    }
}
