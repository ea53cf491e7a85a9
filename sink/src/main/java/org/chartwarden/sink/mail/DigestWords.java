package org.chartwarden.sink.mail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwarden.model.Severity;

/** What is said of several alerts: the gravest first, and of each severity what is due first. */
final class DigestWords {

    /** More than these nobody reads in a mail: the rest is a number. */
    private static final int MOST_ROWS = 50;

    /** From the gravest on. */
    private static final List<Severity> ORDER =
            Stream.of(Severity.values()).sorted(Comparator.reverseOrder()).toList();

    private DigestWords() {}

    static Letter of(DigestNotice notice) {
        Site site = notice.site();
        List<Letter.Group> groups = groups(notice);
        String count = counted(notice.alerts().size());
        return new Letter(
                "[%s] %s, %s: %s".formatted(site.system(), subject(notice.reason()), count, bySeverity(groups)),
                banner(notice.reason()),
                Optional.of(groups.get(0).severity()),
                List.of(lead(notice.reason(), count), "Open each, review its evidence and record your decision."),
                facts(groups, site),
                groups,
                Optional.empty(),
                Footers.forDigest(site));
    }

    private static List<Letter.Group> groups(DigestNotice notice) {
        Map<Severity, List<MailedAlert>> bySeverity =
                notice.alerts().stream().collect(Collectors.groupingBy(MailedAlert::severity));
        List<Letter.Group> groups = new ArrayList<>();
        int left = MOST_ROWS;
        for (Severity severity : ORDER) {
            List<MailedAlert> alerts = bySeverity.getOrDefault(severity, List.of());
            if (!alerts.isEmpty()) {
                groups.add(group(severity, alerts, left, notice.site()));
                left -= Math.min(left, alerts.size());
            }
        }
        return groups;
    }

    private static Letter.Group group(Severity severity, List<MailedAlert> alerts, int left, Site site) {
        List<Letter.Row> rows = alerts.stream()
                .sorted(Comparator.comparing(MailedAlert::deadline)
                        .thenComparing(alert -> alert.id().value()))
                .limit(left)
                .map(alert -> row(alert, site))
                .toList();
        return new Letter.Group(severity, alerts.size(), rows, alerts.size() - rows.size());
    }

    private static Letter.Row row(MailedAlert alert, Site site) {
        return new Letter.Row(
                alert.id().value(),
                Times.show(alert.raised(), site),
                Times.show(alert.deadline(), site),
                site.linkTo(alert.id()).toString());
    }

    private static Map<String, String> facts(List<Letter.Group> groups, Site site) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Alerts", bySeverity(groups));
        facts.put("System", site.system());
        facts.put("Contact", site.contact());
        return facts;
    }

    private static String bySeverity(List<Letter.Group> groups) {
        return groups.stream()
                .map(group -> group.count() + " " + group.severity())
                .collect(Collectors.joining(", "));
    }

    private static String counted(int alerts) {
        return alerts == 1 ? "1 alert" : alerts + " alerts";
    }

    private static String subject(DigestReason reason) {
        return switch (reason) {
            case HOURLY -> "Hourly digest";
            case DAILY -> "Daily digest";
            case QUIET_HOURS -> "After the quiet hours";
            case LIMIT -> "Many at once";
        };
    }

    private static String banner(DigestReason reason) {
        return switch (reason) {
            case HOURLY -> "ALERTS OF THE HOUR";
            case DAILY -> "ALERTS OF THE DAY";
            case QUIET_HOURS -> "ALERTS OF THE QUIET HOURS";
            case LIMIT -> "MANY ALERTS AT ONCE";
        };
    }

    private static String lead(DigestReason reason, String count) {
        return switch (reason) {
            case HOURLY -> "Since your last hourly digest: " + count + ".";
            case DAILY -> "Since your last daily digest: " + count + ".";
            case QUIET_HOURS -> "Held back during your quiet hours: " + count + ".";
            case LIMIT -> "More than you get one by one in an hour, so together: " + count + ".";
        };
    }
}
