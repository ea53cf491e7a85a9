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

    /** Whoever is new to the mails is told of no older alert, unless it has reached nobody. */
    private static final Duration NEWS = Duration.ofDays(3);

    /** By recipient; each alert once, its escalation rather than itself. */
    Map<Recipient, Collection<Errand>> due(MailState state, Instant now) {
        Map<Recipient, Map<String, Errand>> errands = new LinkedHashMap<>();
        for (AlertFacts alert : state.alertsToLookAt(now)) {
            Instant next = earlier(addAlert(alert, state, now, errands), addEscalations(alert, state, now, errands));
            state.lookAgain(alert, next);
        }
        Map<Recipient, Collection<Errand>> byRecipient = new LinkedHashMap<>();
        errands.forEach((recipient, each) -> byRecipient.put(recipient, each.values()));
        return byRecipient;
    }

    /** @return when the alert is due for a recipient who has not been told yet */
    private Instant addAlert(
            AlertFacts alert, MailState state, Instant now, Map<Recipient, Map<String, Errand>> errands) {
        Instant next = Instant.MAX;
        for (Recipient recipient : recipients.routed(alert, state)) {
            if (!state.told().isTold(alert, recipient.address()) && isNews(alert, recipient, state, now)) {
                Delivery delivery = recipient.delivery(alert);
                Instant due = due(alert, delivery, recipient, state, now);
                next = earlier(next, due);
                if (!now.isBefore(due)) {
                    put(recipient, new Errand(alert, NotificationKind.ALERT, delivery, due), errands);
                }
            }
        }
        return next;
    }

    /** What was heard of too late for a digest waits for the next one. */
    private Instant due(AlertFacts alert, Delivery delivery, Recipient recipient, MailState state, Instant now) {
        Instant raised = alert.mailed().raised();
        Instant after = switch (delivery) {
            case IMMEDIATE -> raised;
            case HOURLY, DAILY ->
                state.correspondence()
                        .lastDigest(recipient.address(), now)
                        .map(last -> last.plusMillis(1))
                        .filter(raised::isBefore)
                        .orElse(raised);
        };
        return delivery.due(after, recipient.dailyAt(), zone);
    }

    private static boolean isNews(AlertFacts alert, Recipient recipient, MailState state, Instant now) {
        Instant since = state.correspondence().since(recipient.address()).orElse(now);
        return alert.mailed().raised().isAfter(since.minus(NEWS))
                || !state.told().hasReachedAnybody(alert);
    }

    /** @return when the next escalation is due */
    private Instant addEscalations(
            AlertFacts alert, MailState state, Instant now, Map<Recipient, Map<String, Errand>> errands) {
        Instant next = Instant.MAX;
        for (Escalation escalation : recipients.escalations()) {
            Instant due = escalation.due(alert);
            if (escalation.covers(alert)
                    && !state.isUnsubscribed(alert, escalation.address())
                    && !state.told().isEscalated(alert, escalation.address(), due)) {
                next = earlier(next, due);
                if (!now.isBefore(due)) {
                    Errand errand = new Errand(alert, NotificationKind.ESCALATION, Delivery.IMMEDIATE, due);
                    put(recipients.of(escalation.address()), errand, errands);
                }
            }
        }
        return next;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static void put(Recipient recipient, Errand errand, Map<Recipient, Map<String, Errand>> errands) {
        errands.computeIfAbsent(recipient, same -> new LinkedHashMap<>())
                .put(errand.alert().id(), errand);
    }
}
