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

    private final Map<String, Map<String, Notification>> due = new HashMap<>();
    private final Map<String, Map<String, Notification>> others = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, Notification>> eldest) {
            return size() > MOST_OTHERS;
        }
    };

    /** The mails about this alert are kept from now on. */
    void keep(String alertId) {
        due.computeIfAbsent(
                alertId, id -> Optional.ofNullable(others.remove(id)).orElseGet(HashMap::new));
    }

    /** They need not be kept any longer. */
    void release(String alertId) {
        Map<String, Notification> mails = due.remove(alertId);
        if (mails != null && !mails.isEmpty()) {
            others.put(alertId, mails);
        }
    }

    /** Replaces what was known of the same mail. */
    void add(Notification mail) {
        for (String alertId : mail.getAlertIds()) {
            Map<String, Notification> known = due.get(alertId);
            if (known == null) {
                known = others.computeIfAbsent(alertId, id -> new HashMap<>());
            }
            known.put(mail.getMessageId(), mail);
        }
    }

    /** Whether this address was told of the alert since it waits, or can never be. */
    boolean isTold(AlertFacts alert, String address) {
        return about(alert).anyMatch(mail -> Addresses.same(mail.getRecipient(), address));
    }

    /** Whether this address was told that the deadline has passed: by any mail of a time when it had. */
    boolean isEscalated(AlertFacts alert, String address, Instant passed) {
        return about(alert)
                .filter(mail -> Addresses.same(mail.getRecipient(), address))
                .anyMatch(mail -> !mail.getPlannedAt().isBefore(passed));
    }

    /** Whether the server will never take a mail about the alert to this address. */
    boolean isRefused(AlertFacts alert, String address) {
        return about(alert)
                .filter(mail -> mail.getState() == NotificationState.REFUSED)
                .anyMatch(mail -> Addresses.same(mail.getRecipient(), address));
    }

    /** Whether somebody was told of the alert, or is about to be. */
    boolean hasReachedAnybody(AlertFacts alert) {
        return about(alert).anyMatch(mail -> mail.getState() != NotificationState.REFUSED);
    }

    /** When the alert was mailed first. */
    Optional<Instant> first(AlertFacts alert) {
        return about(alert).map(Notification::getPlannedAt).min(Instant::compareTo);
    }

    private Stream<Notification> about(AlertFacts alert) {
        return due.getOrDefault(alert.id(), others.getOrDefault(alert.id(), Map.of())).values().stream()
                .filter(mail -> !mail.getPlannedAt().isBefore(alert.reopened()));
    }
}
