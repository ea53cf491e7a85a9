package org.chartwarden.sink.mail.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwarden.model.Alert;
import org.chartwarden.model.ChainLink;
import org.chartwarden.model.Instruction;
import org.chartwarden.model.Notification;
import org.chartwarden.model.NotificationState;
import org.chartwarden.model.Severity;

/**
 * What is known of alerts, mails and orders: a function of the topics, whatever the order in which they are read. Not for
 * several threads.
 */
final class MailState {

    private final Map<String, AlertFacts> due = new TreeMap<>();
    private final Map<String, AlertFacts> others = new HashMap<>();
    private final Told told = new Told();
    private final Recent recent = new Recent();
    private final Map<String, Notification> unsettled = new LinkedHashMap<>();
    private final Map<String, Instruction> unsubscriptions = new HashMap<>();
    private final Map<String, Instruction> courtesies = new LinkedHashMap<>();
    private final Set<String> courtesiesSent = new HashSet<>();
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
            return;
        }
        remove(facts.id());
        if (wantedAlerts().anyMatch(facts.id()::equals)) {
            others.put(facts.id(), facts);
        }
    }

    /** The alert is gone, or waits for nobody. */
    void remove(String alertId) {
        due.remove(alertId);
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

    void add(Notification mail) {
        told.add(mail);
        recent.add(mail);
        if (mail.getState() == NotificationState.PLANNED) {
            unsettled.put(mail.getMessageId(), mail);
        } else {
            unsettled.remove(mail.getMessageId());
            forgetUnwanted();
        }
        switch (mail.getKind()) {
            case COURTESY -> courtesiesSent.addAll(mail.getAlertIds());
            case CHAIN_HEAD -> chain.add(mail);
            case ALERT, DIGEST, ESCALATION ->
                mail.getAlertIds().forEach(id -> due.computeIfPresent(id, (same, facts) -> waiting(facts)));
        }
    }

    void add(Instruction instruction) {
        switch (instruction.getKind()) {
            case UNSUBSCRIBE -> put(unsubscriptions, instruction);
            case COURTESY_NOTICE -> put(courtesies, instruction);
            case LEGAL_HOLD, EVIDENCE_PACKET -> {} // not about mails
        }
    }

    private static void put(Map<String, Instruction> instructions, Instruction instruction) {
        if (instruction.getActive()) {
            instructions.put(instruction.getInstructionId(), instruction);
        } else {
            instructions.remove(instruction.getInstructionId());
        }
    }

    void add(ChainLink link) {
        chain.add(link);
    }

    /** In the order of their ids. */
    Collection<AlertFacts> dueAlerts() {
        return due.values();
    }

    /** Of an alert that is due, or is told of in an unsettled mail or a courtesy notice. */
    Optional<AlertFacts> alert(String id) {
        return Optional.ofNullable(due.get(id)).or(() -> Optional.ofNullable(others.get(id)));
    }

    /** Alerts that must be known although they may not be due any more, and are not known. */
    Set<String> missingAlerts() {
        Set<String> missing = new HashSet<>();
        wantedAlerts().filter(id -> alert(id).isEmpty()).forEach(missing::add);
        return missing;
    }

    private Stream<String> wantedAlerts() {
        return Stream.concat(
                unsettled.values().stream().flatMap(mail -> mail.getAlertIds().stream()),
                courtesies().stream().map(Instruction::getAlertId));
    }

    private void forgetUnwanted() {
        if (!others.isEmpty()) {
            others.keySet().retainAll(wantedAlerts().collect(Collectors.toSet()));
        }
    }

    /** Unless it is critical, a rule's alerts do not come to whoever does not want them. */
    boolean isUnsubscribed(AlertFacts alert, String address) {
        return alert.mailed().severity() != Severity.CRITICAL
                && unsubscriptions.values().stream()
                        .anyMatch(order -> alert.ruleId().equals(order.getRuleId())
                                && Addresses.same(order.getAddress(), address));
    }

    Told told() {
        return told;
    }

    Recent recent() {
        return recent;
    }

    ChainHeads chain() {
        return chain;
    }

    /** Mails that are planned and neither sent nor refused, in the order in which they were planned. */
    List<Notification> unsettled() {
        return List.copyOf(unsettled.values());
    }

    /** Whether a mail to this address is on its way. */
    boolean isWaiting(String address) {
        return unsettled.values().stream().anyMatch(mail -> Addresses.same(mail.getRecipient(), address));
    }

    /** Released courtesy notices that were not sent. */
    List<Instruction> courtesies() {
        List<Instruction> open = new ArrayList<>(courtesies.values());
        open.removeIf(order -> courtesiesSent.contains(order.getAlertId()));
        return open;
    }

    /** This order has been carried out, or cannot be any more. */
    void drop(Instruction courtesy) {
        courtesies.remove(courtesy.getInstructionId());
        forgetUnwanted();
    }
}
