package org.chartwarden.sink.mail.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chartwarden.model.NotificationKind;

/** Who is to be told of which alerts now. */
record Errands(Recipients recipients, ZoneId zone) {

    /**
     * Somebody who is told of an alert later than this after the time has just been added to the recipients: what others
     * know for so long is no news.
     */
    private static final Duration NEWS = Duration.ofDays(3);

    /** By recipient; each alert once, its escalation rather than itself. */
    Map<Recipient, Collection<Errand>> due(MailState state, Instant now) {
        Map<Recipient, Map<String, Errand>> errands = new LinkedHashMap<>();
        for (AlertFacts alert : state.dueAlerts()) {
            addAlert(alert, state, now, errands);
            addEscalations(alert, state, now, errands);
        }
        Map<Recipient, Collection<Errand>> byRecipient = new LinkedHashMap<>();
        errands.forEach((recipient, each) -> byRecipient.put(recipient, each.values()));
        return byRecipient;
    }

    private void addAlert(AlertFacts alert, MailState state, Instant now, Map<Recipient, Map<String, Errand>> errands) {
        for (Recipient recipient : recipients.routed(alert, state)) {
            Delivery delivery = recipient.delivery(alert);
            Instant due = delivery.due(alert.mailed().raised(), recipient.dailyAt(), zone);
            boolean isNews = now.isBefore(due.plus(NEWS)) || !state.told().hasReachedAnybody(alert);
            if (!now.isBefore(due) && isNews && !state.told().isTold(alert, recipient.address())) {
                put(recipient, new Errand(alert, NotificationKind.ALERT, delivery, due), errands);
            }
        }
    }

    private void addEscalations(
            AlertFacts alert, MailState state, Instant now, Map<Recipient, Map<String, Errand>> errands) {
        for (Escalation escalation : recipients.escalations()) {
            Instant due = escalation.due(alert);
            if (!now.isBefore(due)
                    && escalation.covers(alert)
                    && !state.isUnsubscribed(alert, escalation.address())
                    && !state.told().isEscalated(alert, escalation.address(), due)) {
                Errand errand = new Errand(alert, NotificationKind.ESCALATION, Delivery.IMMEDIATE, due);
                put(recipients.of(escalation.address()), errand, errands);
            }
        }
    }

    private static void put(Recipient recipient, Errand errand, Map<Recipient, Map<String, Errand>> errands) {
        errands.computeIfAbsent(recipient, same -> new LinkedHashMap<>())
                .put(errand.alert().id(), errand);
    }
}
