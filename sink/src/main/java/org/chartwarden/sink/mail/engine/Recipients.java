package org.chartwarden.sink.mail.engine;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.chartwarden.model.Severity;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;
import org.chartwarden.sink.mail.MailSettings;

/**
 * Everybody who gets mails about alerts.
 *
 * @param named each address once
 * @param fallback addresses that get what reaches nobody else
 * @param escalations each address once
 * @param hourlyLimit of everybody who is not named
 */
record Recipients(List<Recipient> named, List<String> fallback, List<Escalation> escalations, int hourlyLimit) {

    Recipients {
        named = List.copyOf(named);
        fallback = List.copyOf(fallback);
        escalations = List.copyOf(escalations);
    }

    /** @throws SettingsException with everything that is wrong with the file, each with line and column */
    static Recipients of(Settings settings, MailSettings mail) {
        int limit = settings.integer(Setting.MAIL_HOURLY_LIMIT);
        if (limit < 1) {
            throw new SettingsException("mail.hourly.limit is \"" + limit + "\", but must be 1 or more.");
        }
        Map<String, String> to = new LinkedHashMap<>(); // each once, however it is written
        mail.to().forEach(address -> to.putIfAbsent(Addresses.key(address.getAddress()), address.getAddress()));
        Recipients without = withoutFile(List.copyOf(to.values()), limit);
        return settings.optional(Setting.MAIL_RECIPIENTS_FILE)
                .map(file -> RecipientsFile.load(file, without))
                .orElse(without);
    }

    static Recipients withoutFile(List<String> addresses, int hourlyLimit) {
        return new Recipients(
                addresses.stream()
                        .map(address -> Recipient.ofEverything(address, hourlyLimit))
                        .toList(),
                addresses,
                remindersTo(addresses),
                hourlyLimit);
    }

    static List<Escalation> remindersTo(List<String> addresses) {
        return addresses.stream()
                .map(address -> new Escalation(address, Duration.ZERO, Set.of(Severity.values())))
                .toList();
    }

    /** What is known of whoever has this address. */
    Recipient of(String address) {
        return named.stream()
                .filter(recipient -> Addresses.same(recipient.address(), address))
                .findFirst()
                .orElseGet(() -> Recipient.ofEverything(address, hourlyLimit));
    }

    /** Whether the address is to get mails about alerts at all. */
    boolean names(String address) {
        return Stream.of(
                        named.stream().map(Recipient::address),
                        fallback.stream(),
                        escalations.stream().map(Escalation::address))
                .flatMap(addresses -> addresses)
                .anyMatch(known -> Addresses.same(known, address));
    }

    /**
     * Who gets this alert: all who want it, or those of the fallback when it would reach nobody else. Nobody gets one of a
     * rule from which he or she is unsubscribed.
     */
    List<Recipient> routed(AlertFacts alert, MailState state) {
        List<Recipient> wanting = named.stream()
                .filter(recipient -> recipient.wants(alert) && !state.isUnsubscribed(alert, recipient.address()))
                .toList();
        boolean reachable = wanting.stream().anyMatch(recipient -> !state.told().isRefused(alert, recipient.address()));
        return reachable
                ? wanting
                : fallback.stream()
                        .filter(address -> !state.isUnsubscribed(alert, address))
                        .map(this::of)
                        .toList();
    }

    /** Whether nobody was told of the alert, and everybody who should be cannot be. */
    boolean isLost(AlertFacts alert, MailState state) {
        return !state.told().hasReachedAnybody(alert)
                && routed(alert, state).stream()
                        .allMatch(recipient -> state.told().isRefused(alert, recipient.address()));
    }
}
