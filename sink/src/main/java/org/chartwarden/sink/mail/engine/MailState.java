package org.chartwarden.sink.mail.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwarden.model.Alert;
import org.chartwarden.model.ChainLink;
import org.chartwarden.model.Instruction;
import org.chartwarden.model.Notification;
import org.chartwarden.model.NotificationKind;
import org.chartwarden.model.NotificationState;
import org.chartwarden.model.Severity;

/**
 * What is known of alerts, mails and orders: a function of the topics, whatever the order in which they are read. Not for
 * several threads.
 */
final class MailState {

    private final Map<String, AlertFacts> due = new HashMap<>();
    private final Agenda agenda = new Agenda();

    /** Not due, but of which a courtesy notice tells. */
    private final Map<String, AlertFacts> others = new HashMap<>();

    private final Told told = new Told();
    private final Correspondence correspondence = new Correspondence();
    private final Map<String, Notification> unsettled = new LinkedHashMap<>();
    private final Orders orders = new Orders();
    private final ChainHeads chain = new ChainHeads();

    /**
     * Takes an alert's newest revision.
     *
     * @throws IllegalArgumentException when its id is none
     */
    void add(Alert alert, Origin origin) {
        AlertFacts facts = AlertFacts.of(alert, origin);
        if (AlertFacts.isDue(alert)) {
            told.keep(facts.id());
            others.remove(facts.id());
            due.put(facts.id(), waiting(facts));
            agenda.putNow(facts.id());
            return;
        }
        remove(facts.id());
        if (ofCourtesies().anyMatch(facts.id()::equals)) {
            others.put(facts.id(), facts);
        }
    }

    /** The alert is gone, or waits for nobody. */
    void remove(String alertId) {
        due.remove(alertId);
        agenda.remove(alertId);
        told.release(alertId);
    }

    /** An alert that was opened again waits since this was noticed, or at the latest since the first mail about it. */
    private AlertFacts waiting(AlertFacts facts) {
        AlertFacts known = due.get(facts.id());
        if (!facts.wasReopened()) {
            return facts;
        }
        return Stream.concat(
                        told.first(facts).stream(),
                        Stream.ofNullable(known)
                                .filter(before -> before.reopened().equals(facts.reopened()))
                                .map(before -> before.mailed().raised()))
                .min(Instant::compareTo)
                .filter(earlier -> earlier.isBefore(facts.mailed().raised()))
                .map(facts::raisedAt)
                .orElse(facts);
    }

    /** Takes what is known of a mail now. */
    void add(Notification mail, Instant now) {
        correspondence.add(mail, now);
        if (mail.getState() == NotificationState.PLANNED) {
            unsettled.put(mail.getMessageId(), mail);
        } else {
            unsettled.remove(mail.getMessageId());
        }
        switch (mail.getKind()) {
            case COURTESY -> {
                orders.add(mail);
                others.keySet().retainAll(ofCourtesies().collect(Collectors.toSet()));
            }
            case CHAIN_HEAD -> chain.add(mail);
            case ALERT, DIGEST, ESCALATION -> {
                told.add(mail);
                dueAlertsOf(mail).forEach(alert -> {
                    due.put(alert.id(), waiting(alert));
                    agenda.putNow(alert.id());
                });
            }
        }
    }

    /** @throws IllegalArgumentException when it does not say what it is about */
    void add(Instruction order) {
        orders.add(order);
        agenda.putAllNow();
    }

    void add(ChainLink link) {
        chain.add(link);
    }

    /** Those of the alerts that are due of which somebody may have to be told now. */
    List<AlertFacts> alertsToLookAt(Instant now) {
        return agenda.until(now).stream().map(due::get).toList();
    }

    /** Unless something is known anew of the alert, nobody has to be told of it before. */
    void lookAgain(AlertFacts alert, Instant next) {
        agenda.put(alert.id(), next);
    }

    /** Those of the alerts that a mail tells of which still wait for an officer. */
    List<AlertFacts> dueAlertsOf(Notification mail) {
        return mail.getAlertIds().stream()
                .flatMap(id -> Stream.ofNullable(due.get(id)))
                .toList();
    }

    /** An alert that is due, or of which a courtesy notice tells. */
    Optional<AlertFacts> alert(String id) {
        return Optional.ofNullable(due.get(id)).or(() -> Optional.ofNullable(others.get(id)));
    }

    /** Alerts that must be known although they may not be due any more, and are not known. */
    Set<String> missingAlerts() {
        Set<String> missing = new HashSet<>();
        ofCourtesies().filter(id -> alert(id).isEmpty()).forEach(missing::add);
        return missing;
    }

    private Stream<String> ofCourtesies() {
        return Stream.concat(
                orders.openCourtesies().stream().map(Instruction::getAlertId),
                unsettled.values().stream()
                        .filter(mail -> mail.getKind() == NotificationKind.COURTESY)
                        .flatMap(mail -> mail.getAlertIds().stream()));
    }

    /** Unless it is critical, a rule's alerts do not come to whoever does not want them. */
    boolean isUnsubscribed(AlertFacts alert, String address) {
        return alert.mailed().severity() != Severity.CRITICAL && orders.isUnsubscribed(alert.ruleId(), address);
    }

    Told told() {
        return told;
    }

    Correspondence correspondence() {
        return correspondence;
    }

    Orders orders() {
        return orders;
    }

    ChainHeads chain() {
        return chain;
    }

    /** Mails that are planned and not settled, in the order in which they were planned. */
    List<Notification> unsettled() {
        return List.copyOf(unsettled.values());
    }

    /** Whether a mail to this address is on its way. */
    boolean isWaiting(String address) {
        return unsettled.values().stream().anyMatch(mail -> Addresses.same(mail.getRecipient(), address));
    }
}
