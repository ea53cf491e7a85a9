package org.chartwarden.sink.mail.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chartwarden.model.Notification;
import org.chartwarden.model.NotificationState;

/**
 * Which mails were planned or sent about which alerts: all of them for alerts that are due, and for the others as many as
 * fit, since an alert may be opened again.
 */
final class Told {

    private static final int MOST_OTHERS = 10_000;

    /** The little that is kept of a mail. */
    private record Word(String addressKey, Instant planned, boolean refused) {}

    private final Map<String, Map<String, Word>> due = new HashMap<>();
    private final Map<String, Map<String, Word>> others = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, Word>> eldest) {
            return size() > MOST_OTHERS;
        }
    };

    /** The mails about this alert are kept from now on. */
    void keep(String alertId) {
        due.computeIfAbsent(
                alertId, id -> Optional.ofNullable(others.remove(id)).orElse(Map.of()));
    }

    /** They need not be kept any longer. */
    void release(String alertId) {
        Map<String, Word> mails = due.remove(alertId);
        if (mails != null && !mails.isEmpty()) {
            others.put(alertId, mails);
        }
    }

    /** Replaces what was known of the same mail. */
    void add(Notification mail) {
        if (mail.getState() == NotificationState.CANCELLED) {
            mail.getAlertIds().forEach(alertId -> forget(alertId, mail.getMessageId()));
            return;
        }
        Word word = new Word(
                Addresses.key(mail.getRecipient()).intern(),
                mail.getPlannedAt(),
                mail.getState() == NotificationState.REFUSED);
        for (String alertId : mail.getAlertIds()) {
            Map<String, Map<String, Word>> alerts = due.containsKey(alertId) ? due : others;
            alerts.merge(alertId, Map.of(mail.getMessageId(), word), Told::joined);
        }
    }

    private void forget(String alertId, String messageId) {
        Map<String, Map<String, Word>> alerts = due.containsKey(alertId) ? due : others;
        alerts.computeIfPresent(alertId, (id, known) -> {
            Map<String, Word> left = new HashMap<>(known);
            left.remove(messageId);
            return Map.copyOf(left);
        });
    }

    /** As small as can be: most alerts have one mail or two. */
    private static Map<String, Word> joined(Map<String, Word> known, Map<String, Word> added) {
        Map<String, Word> all = new HashMap<>(known);
        all.putAll(added);
        return Map.copyOf(all);
    }

    /** Whether this address was told of the alert since it waits, or can never be. */
    boolean isTold(AlertFacts alert, String address) {
        return to(address, alert).findAny().isPresent();
    }

    /** Whether this address was told that the deadline has passed: by any mail of a time when it had. */
    boolean isEscalated(AlertFacts alert, String address, Instant passed) {
        return to(address, alert).anyMatch(word -> !word.planned.isBefore(passed));
    }

    /** Whether the server will never take a mail about the alert to this address. */
    boolean isRefused(AlertFacts alert, String address) {
        return to(address, alert).anyMatch(Word::refused);
    }

    /** Whether somebody was told of the alert, or is about to be. */
    boolean hasReachedAnybody(AlertFacts alert) {
        return about(alert).anyMatch(word -> !word.refused);
    }

    /** When the alert was mailed first. */
    Optional<Instant> first(AlertFacts alert) {
        return about(alert).map(Word::planned).min(Instant::compareTo);
    }

    private Stream<Word> to(String address, AlertFacts alert) {
        String key = Addresses.key(address);
        return about(alert).filter(word -> word.addressKey.equals(key));
    }

    private Stream<Word> about(AlertFacts alert) {
        return due.getOrDefault(alert.id(), others.getOrDefault(alert.id(), Map.of())).values().stream()
                .filter(word -> !word.planned.isBefore(alert.reopened()));
    }
}
