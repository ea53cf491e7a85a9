package org.chartwarden.sink.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chartwarden.model.Severity;

/**
 * A letter as HTML, from {@code letter.html} beside this class: one column, to be read on a telephone as well. Colours
 * stand inline and in pairs, since many mail programs drop style sheets. All values are escaped.
 */
final class HtmlLetter {

    private static final String PAGE = read();
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");
    private static final String NEUTRAL = "#3d4a5c";

    private static final String PARAGRAPH = "<p style=\"margin:0 0 14px\">%s</p>\n";
    private static final String FOOTER = "<p style=\"margin:0 0 10px\">%s</p>\n";
    private static final String FACT = "<tr><td class=\"dim\" style=\"padding:5px 14px 5px 0;color:#5b6470;"
            + "white-space:nowrap;vertical-align:top\">%s</td><td style=\"padding:5px 0;word-break:break-word\">%s</td></tr>\n";
    private static final String BUTTON =
            "<a href=\"%s\" style=\"display:block;margin-top:14px;background:#1f4e79;color:#ffffff;"
                    + "text-align:center;text-decoration:none;padding:15px 20px;border-radius:6px;font-weight:600\">%s</a>\n";
    private static final String HEADING =
            "<h2 style=\"margin:22px 0 0;font-size:16px\"><span style=\"display:inline-block;"
                    + "background:%s;color:#ffffff;border-radius:4px;padding:3px 10px\">%s (%d)</span></h2>\n";
    private static final String ROW = "<tr><td class=\"line\" style=\"border-bottom:1px solid #d5dbe2;padding:12px 0\">"
            + "<a class=\"link\" href=\"%s\" style=\"display:block;padding:4px 0;color:#1f4e79;font-weight:600\">"
            + "Review by %s</a><span class=\"dim\" style=\"color:#5b6470;font-size:14px;word-break:break-all\">"
            + "raised %s<br>%s</span></td></tr>\n";
    private static final String TABLE =
            "<table role=\"presentation\" style=\"border-collapse:collapse;width:100%%\">\n%s</table>\n";

    private HtmlLetter() {}

    static String write(Letter letter) {
        String body = each(PARAGRAPH, letter.paragraphs())
                + facts(letter)
                + letter.groups().stream().map(HtmlLetter::group).collect(Collectors.joining())
                + letter.link()
                        .map(link -> BUTTON.formatted(escape(link.target()), escape(link.label())))
                        .orElse("");
        Map<String, String> parts = Map.of(
                "color", color(letter.severity()),
                "banner", escape(letter.banner()),
                "letter", body,
                "footer", each(FOOTER, letter.footer()));
        // In one pass, so that what a value says is never taken for a place.
        return PLACE.matcher(PAGE).replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group(1))));
    }

    private static String each(String form, List<String> texts) {
        return texts.stream().map(text -> form.formatted(escape(text))).collect(Collectors.joining());
    }

    private static String facts(Letter letter) {
        return TABLE.formatted(letter.facts().entrySet().stream()
                .map(fact -> FACT.formatted(escape(fact.getKey()), escape(fact.getValue())))
                .collect(Collectors.joining()));
    }

    private static String group(Letter.Group group) {
        String rows = group.rows().stream()
                .map(row -> ROW.formatted(
                        escape(row.link()), escape(row.deadline()), escape(row.raised()), escape(row.alertId())))
                .collect(Collectors.joining());
        String more = group.more() == 0 ? "" : PARAGRAPH.formatted("and " + group.more() + " more");
        return HEADING.formatted(color(Optional.of(group.severity())), group.severity(), group.count())
                + TABLE.formatted(rows)
                + more;
    }

    /** Dark enough for white letters on it (WCAG AA). */
    private static String color(Optional<Severity> severity) {
        return severity.map(grade -> switch (grade) {
                    case CRITICAL -> "#9b1c1c";
                    case HIGH -> "#b03a06";
                    case MEDIUM -> "#8a5a00";
                    case LOW -> "#3b5a78";
                })
                .orElse(NEUTRAL);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String read() {
        try (InputStream page = HtmlLetter.class.getResourceAsStream("letter.html")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("letter.html could not be read", e);
        }
    }
}
