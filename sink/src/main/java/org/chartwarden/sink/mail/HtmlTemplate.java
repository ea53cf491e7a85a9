package org.chartwarden.sink.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.chartwarden.model.Severity;

/** The HTML form of the mail, from {@code alert.html} beside this class. All values are escaped. */
final class HtmlTemplate {

    private static final String PAGE = read();

    private static final String ROW = "<tr><td style=\"padding:6px 12px 6px 0;color:#5b6470;white-space:nowrap;"
            + "vertical-align:top\">%s</td><td style=\"padding:6px 0;word-break:break-word\">%s</td></tr>\n";

    private HtmlTemplate() {}

    static String row(String name, String value) {
        return ROW.formatted(escape(name), escape(value));
    }

    /** @param table made of {@link #row} */
    static String page(AlertNotice notice, String severity, String table, String footer) {
        String page = PAGE;
        Map<String, String> values = Map.of(
                "{{severity}}", escape(severity),
                "{{color}}", color(notice.severity()),
                "{{action}}", escape(notice.action()),
                "{{link}}", escape(notice.link().toString()),
                "{{footer}}", escape(footer));
        for (Map.Entry<String, String> value : values.entrySet()) {
            page = page.replace(value.getKey(), value.getValue());
        }
        return page.replace("{{table}}", table); // last: what stands in it is not looked through again
    }

    /** Dark enough for white letters on it (WCAG AA). */
    private static String color(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "#9b1c1c";
            case HIGH -> "#b03a06";
            case MEDIUM -> "#8a5a00";
            case LOW -> "#3b5a78";
        };
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String read() {
        try (InputStream page = HtmlTemplate.class.getResourceAsStream("alert.html")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("alert.html could not be read", e);
        }
    }
}
