package org.chartwarden.sink.mail.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwarden.model.Severity;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;
import org.chartwarden.sink.mail.AlertId;
import org.chartwarden.sink.mail.MailSettings;
import org.chartwarden.sink.mail.MailedAlert;
import org.chartwarden.yaml.Fields;

/** Says in lines of text who gets which mails when. Who was unsubscribed by an officer is not looked up. */
public final class RoutingTable {

    private static final int MOST_NAMES = 6;

    private final Recipients recipients;
    private final List<MailedRule> rules;

    private RoutingTable(Recipients recipients, List<MailedRule> rules) {
        this.recipients = recipients;
        this.rules = rules;
    }

    /** @throws SettingsException with everything that is wrong with the recipients, each with line and column */
    public static List<String> of(Settings settings, List<MailedRule> rules) {
        return of(Recipients.of(settings, MailSettings.of(settings)), rules);
    }

    static List<String> of(Recipients recipients, List<MailedRule> rules) {
        return new RoutingTable(recipients, rules).lines();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        recipients.named().forEach(recipient -> add(lines, recipient));
        lines.add("What reaches nobody else: " + String.join(", ", recipients.fallback()));
        lines.add("  rules: " + names(rules.stream().filter(this::reachesNobody).toList()));
        lines.add("When nobody has decided in time:" + (recipients.escalations().isEmpty() ? " nobody" : ""));
        recipients.escalations().forEach(escalation -> lines.add("  " + described(escalation)));
        unknown().forEach(id -> lines.add("No rule that mails has the id " + id + "."));
        return lines;
    }

    private void add(List<String> lines, Recipient recipient) {
        lines.add(recipient.address());
        for (Delivery delivery : Delivery.values()) {
            List<Severity> severities = gravestFirst(recipient.deliver().keySet()).stream()
                    .filter(severity -> recipient.deliver().get(severity) == delivery)
                    .toList();
            if (!severities.isEmpty()) {
                lines.add("  " + how(delivery, recipient) + ": " + words(severities));
            }
        }
        recipient.quiet().ifPresent(quiet -> lines.add("  " + described(quiet)));
        lines.add("  at most " + recipient.hourlyLimit() + " mails an hour");
        Interest interest = recipient.interest();
        if (!interest.departments().isEmpty()) {
            lines.add("  departments: "
                    + String.join(", ", interest.departments().stream().sorted().toList()));
        }
        lines.add("  rules: "
                + names(rules.stream()
                        .filter(rule -> recipient.wants(alertOf(rule)))
                        .toList()));
    }

    private static String how(Delivery delivery, Recipient recipient) {
        return switch (delivery) {
            case IMMEDIATE -> "at once";
            case HOURLY -> "hourly";
            case DAILY -> "daily at " + recipient.dailyAt();
        };
    }

    private static String described(QuietHours quiet) {
        String hours = "quiet from " + quiet.from() + " until " + quiet.until();
        return quiet.except().isEmpty() ? hours : hours + ", except for " + words(quiet.except());
    }

    private static String described(Escalation escalation) {
        String when = escalation.after().equals(Duration.ZERO) ? "at the deadline" : escalation.after() + " later";
        return escalation.address() + ", " + when + ": " + words(escalation.severities());
    }

    private boolean reachesNobody(MailedRule rule) {
        return recipients.named().stream().noneMatch(recipient -> recipient.wants(alertOf(rule)));
    }

    /** Without a department: it concerns every facility. */
    private static AlertFacts alertOf(MailedRule rule) {
        MailedAlert alert = new MailedAlert(new AlertId("a"), rule.severity(), Instant.EPOCH);
        return new AlertFacts(
                alert, rule.id(), Set.of(), false, Instant.EPOCH, Instant.EPOCH, new Origin(0, 0, Instant.EPOCH));
    }

    private List<String> unknown() {
        Set<String> known = rules.stream().map(MailedRule::id).collect(Collectors.toSet());
        return recipients.named().stream()
                .map(Recipient::interest)
                .flatMap(interest -> Stream.of(interest.rules(), interest.exceptRules()))
                .flatMap(Set::stream)
                .filter(id -> !known.contains(id))
                .distinct()
                .sorted()
                .toList();
    }

    private String names(List<MailedRule> some) {
        if (some.size() == rules.size()) {
            return "all " + rules.size();
        }
        String first = some.stream().limit(MOST_NAMES).map(MailedRule::id).collect(Collectors.joining(", "));
        int more = some.size() - MOST_NAMES;
        return some.isEmpty() ? "none" : more > 0 ? first + " and " + more + " more" : first;
    }

    private static String words(Collection<Severity> severities) {
        return gravestFirst(severities).stream().map(Fields::wordOf).collect(Collectors.joining(", "));
    }

    private static List<Severity> gravestFirst(Collection<Severity> severities) {
        return Arrays.stream(Severity.values())
                .filter(severities::contains)
                .sorted(Comparator.reverseOrder())
                .toList();
    }
}
