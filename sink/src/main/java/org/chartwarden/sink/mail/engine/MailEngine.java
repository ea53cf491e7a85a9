package org.chartwarden.sink.mail.engine;

import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.chartwarden.model.Alert;
import org.chartwarden.model.ChainLink;
import org.chartwarden.model.Instruction;
import org.chartwarden.model.Notification;
import org.chartwarden.model.NotificationState;
import org.chartwarden.service.Counters;
import org.chartwarden.service.Counters.Count;
import org.chartwarden.sink.kafka.Patience;
import org.chartwarden.sink.mail.Notice;
import org.chartwarden.sink.mail.smtp.SmtpOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the plan says. Each mail is written down before it is handed to the server and after; whoever finds one
 * without an end sends it again, with the same Message-ID, unless there is no reason for it any more. That is the one
 * window in which a mail goes out twice: this process dies after the server took it and before Kafka took the note of it.
 */
public final class MailEngine {

    private static final Logger LOG = LoggerFactory.getLogger(MailEngine.class);

    private final Plan plan;
    private final MailState state;
    private final Ledger ledger;
    private final Postman postman;
    private final Counters counters;
    private final Clock clock;
    private final Notices notices;
    private final Waiting waiting = new Waiting();

    MailEngine(Plan plan, MailState state, Ledger ledger, Postman postman, Counters counters, Clock clock) {
        this.plan = plan;
        this.state = state;
        this.ledger = ledger;
        this.postman = postman;
        this.counters = counters;
        this.clock = clock;
        this.notices = new Notices(plan.site());
    }

    /** An engine that knows nothing yet. */
    public static MailEngine of(Plan plan, Ledger ledger, Postman postman, Counters counters, Clock clock) {
        return new MailEngine(plan, new MailState(), ledger, postman, counters, clock);
    }

    /**
     * Takes a record of an alert, a mail, an order or a link; what stood under the same key before is replaced.
     *
     * @throws IllegalArgumentException when it is an alert whose id is none, or an order that does not say about what
     */
    public void add(SpecificRecord record, Origin origin) {
        if (record instanceof Alert alert) {
            state.add(alert, origin);
        } else if (record instanceof Notification mail) {
            state.add(mail, clock.instant());
        } else if (record instanceof Instruction instruction) {
            state.add(instruction);
        } else if (record instanceof ChainLink link) {
            state.add(link);
        } else {
            throw new IllegalStateException(
                    "not a record for mails: " + record.getSchema().getFullName());
        }
    }

    /** The alert is gone from its topic. */
    public void removeAlert(String alertId) {
        state.remove(alertId);
    }

    /** Ids of alerts that mails tell of, and that were not added yet or were forgotten. */
    public Set<String> missingAlerts() {
        return state.missingAlerts();
    }

    /** Tries once what waits, and sends what is due. */
    public void work(Patience patience) throws InterruptedException {
        for (Notification mail : waiting.ripe(state.unsettled(), clock.instant())) {
            attempt(mail, patience);
            if (waiting.serverIsAway()) {
                break;
            }
        }
        for (Notification missed : plan.missed(state, clock.instant())) {
            LOG.warn("The courtesy notice {} is not sent: {}", missed.getMessageId(), missed.getDetail());
            note(missed, patience);
        }
        for (Notification mail : plan.due(state, clock.instant())) {
            if (!state.isWaiting(mail.getRecipient())) {
                patience.throwIfCancelled();
                note(mail, patience);
                attempt(mail, patience);
            }
            if (waiting.serverIsAway()) {
                return; // what is not written down yet is planned anew, perhaps with fewer alerts
            }
        }
    }

    /** Why mails wait; empty when none does. */
    public Optional<String> problem() {
        return waiting.problem();
    }

    private void attempt(Notification mail, Patience patience) throws InterruptedException {
        patience.throwIfCancelled();
        Optional<String> objection = plan.objection(mail, state, clock.instant());
        if (objection.isPresent()) {
            waiting.forget(mail);
            note(settled(mail, NotificationState.CANCELLED, objection.get()), patience);
            LOG.info("The mail {} is not sent: {}", mail.getMessageId(), objection.get());
            return;
        }
        Optional<Notice> notice = notices.of(mail, state);
        if (notice.isPresent()) { // else the alert of a courtesy notice has yet to be found
            take(
                    mail,
                    postman.attempt(mail.getMessageId(), notice.get(), mail.getPlannedAt(), recipient(mail)),
                    patience);
        }
    }

    private static InternetAddress recipient(Notification mail) {
        return Addresses.parse(mail.getRecipient());
    }

    private void take(Notification mail, SmtpOutcome outcome, Patience patience) throws InterruptedException {
        if (outcome instanceof SmtpOutcome.Later later) {
            waiting.failed(mail, later.problem(), clock.instant());
            return;
        }
        waiting.answered(mail);
        if (outcome instanceof SmtpOutcome.Refused refused) {
            refuse(mail, refused.reason(), patience);
        } else {
            note(settled(mail, NotificationState.SENT, mail.getDetail()), patience);
            counters.add(Count.MAILED);
        }
    }

    private void refuse(Notification mail, String reason, Patience patience) throws InterruptedException {
        Notification refused = settled(mail, NotificationState.REFUSED, reason);
        for (AlertFacts alert : lost(refused)) {
            ledger.unreachable(alert.id(), alert.origin(), reason, patience);
        }
        note(refused, patience);
        counters.add(Count.MAIL_REFUSED);
        LOG.warn("The mail {} is not sent again: {}", mail.getMessageId(), reason);
    }

    /** Alerts of which everybody whom they concern has been refused, if this mail is. */
    private List<AlertFacts> lost(Notification refused) {
        return switch (refused.getKind()) {
            case ALERT, DIGEST -> {
                state.add(refused, clock.instant());
                yield state.dueAlertsOf(refused).stream()
                        .filter(alert -> plan.recipients().isLost(alert, state))
                        .toList();
            }
            case ESCALATION, COURTESY, CHAIN_HEAD -> List.of(); // not the first word about an alert
        };
    }

    private void note(Notification mail, Patience patience) throws InterruptedException {
        ledger.write(mail, patience);
        state.add(mail, clock.instant());
    }

    private Notification settled(Notification mail, NotificationState end, String detail) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return Notification.newBuilder(mail)
                .setState(end)
                .setSettledAt(now)
                .setDetail(detail)
                .build();
    }
}
