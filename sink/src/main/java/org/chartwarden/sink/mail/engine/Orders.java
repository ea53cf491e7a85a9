package org.chartwarden.sink.mail.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chartwarden.model.Instruction;
import org.chartwarden.model.Notification;
import org.chartwarden.model.NotificationState;

/** What officers ordered about mails. */
final class Orders {

    private record Unsubscription(String ruleId, String addressKey) {}

    private final Set<Unsubscription> unsubscriptions = new HashSet<>();
    private final Map<String, Instruction> courtesies = new LinkedHashMap<>();

    /** By alert: orders that were given until then are carried out. */
    private final Map<String, Instant> done = new HashMap<>();

    /** @throws IllegalArgumentException when it does not say what it is about */
    void add(Instruction order) {
        switch (order.getKind()) {
            case UNSUBSCRIBE -> {
                require(order.getRuleId() != null, "An unsubscription must name a rule.");
                requireAddress(order);
                put(unsubscriptions, order);
            }
            case COURTESY_NOTICE -> {
                require(order.getAlertId() != null, "A courtesy notice must name an alert.");
                requireAddress(order);
                if (order.getActive()) {
                    courtesies.put(order.getAlertId(), order);
                } else {
                    courtesies.remove(order.getAlertId());
                }
            }
            case LEGAL_HOLD, EVIDENCE_PACKET -> {} // not about mails
        }
    }

    private static void put(Set<Unsubscription> unsubscriptions, Instruction order) {
        Unsubscription unsubscription = new Unsubscription(order.getRuleId(), Addresses.key(order.getAddress()));
        if (order.getActive()) {
            unsubscriptions.add(unsubscription);
        } else {
            unsubscriptions.remove(unsubscription);
        }
    }

    private static void requireAddress(Instruction order) {
        require(
                order.getAddress() != null && Addresses.isValid(order.getAddress()),
                "An order about mails must name a" + " bare address, name@host.");
    }

    private static void require(boolean isSo, String problem) {
        if (!isSo) {
            throw new IllegalArgumentException(problem);
        }
    }

    /** Takes a courtesy notice. One that was refused or cancelled may be ordered again. */
    void add(Notification notice) {
        boolean mayComeAgain =
                notice.getState() == NotificationState.REFUSED || notice.getState() == NotificationState.CANCELLED;
        Instant until = mayComeAgain ? notice.getSettledAt() : Instant.MAX;
        notice.getAlertIds().forEach(alertId -> done.put(alertId, until));
    }

    boolean isUnsubscribed(String ruleId, String address) {
        return !unsubscriptions.isEmpty()
                && unsubscriptions.contains(new Unsubscription(ruleId, Addresses.key(address)));
    }

    /** Courtesy notices that are released and for which no mail is planned. */
    List<Instruction> openCourtesies() {
        return courtesies.values().stream()
                .filter(order -> order.getAt().isAfter(done.getOrDefault(order.getAlertId(), Instant.MIN)))
                .toList();
    }

    /** Empty when it was never released, or when that was taken back. */
    Optional<Instruction> courtesy(String alertId) {
        return Optional.ofNullable(courtesies.get(alertId));
    }
}
