package org.chartwarden.sink.mail;

import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.Notification;
import org.chartwarden.model.NotificationKind;
import org.chartwarden.model.NotificationState;
import org.chartwarden.service.Counters;
import org.chartwarden.service.Counters.Count;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.kafka.AcknowledgedWriter;
import org.chartwarden.sink.kafka.BatchHandler;
import org.chartwarden.sink.kafka.DeadLetterDesk;
import org.chartwarden.sink.kafka.Patience;
import org.chartwarden.sink.kafka.SinkClients;
import org.chartwarden.sink.kafka.ValueReader;
import org.chartwarden.sink.kafka.ValueReader.UnreadableException;
import org.chartwarden.sink.mail.smtp.SmtpOutcome;
import org.chartwarden.topic.Topics;

/**
 * Sends one mail for each alert that wants one, when it is open for the first time: not while it is provisional, and never
 * when paperwork explained it or an officer decided it before. What was sent is remembered in a compacted topic. The one window in which a mail goes out twice, with the same Message-ID: this process dies after the
 * SMTP server took the mail and before Kafka took the note of it.
 */
public final class MailSink implements BatchHandler, AutoCloseable {

    /** The consumer group. */
    public static final String GROUP = "chartwarden-sink-mail";

    /** What it reads. */
    public static final List<String> TOPICS = List.of(Topics.ALERTS.name());

    private final MailSettings settings;
    private final Mailer mailer;
    private final SentMails sent;
    private final ValueReader<Alert> alerts;
    private final AcknowledgedWriter<Notification> notifications;
    private final DeadLetterDesk deadLetters;
    private final Counters counters;
    private final Clock clock;

    public MailSink(Settings settings, SinkClients clients, Counters counters, Clock clock) {
        this.settings = MailSettings.of(settings);
        this.mailer = new Mailer(this.settings);
        this.sent = new SentMails(clients);
        this.alerts = clients.values(Topics.ALERTS);
        this.notifications = clients.writer(Topics.NOTIFICATIONS);
        this.deadLetters = new DeadLetterDesk(clients, clock);
        this.counters = counters;
        this.clock = clock;
    }

    @Override
    public void prepare(Patience patience) throws InterruptedException {
        patience.insist(() -> {
            sent.load();
            return null;
        });
    }

    @Override
    public void handle(List<ConsumerRecord<String, byte[]>> batch, Patience patience) throws InterruptedException {
        for (ConsumerRecord<String, byte[]> record : batch) {
            patience.throwIfCancelled();
            if (record.value() != null) {
                handle(record, patience);
            }
        }
    }

    private void handle(ConsumerRecord<String, byte[]> record, Patience patience) throws InterruptedException {
        try {
            Alert alert = alerts.read(record, patience);
            if (alert.getMails() && alert.getStatus() == AlertStatus.OPEN) {
                mail(alert, record, patience);
            }
        } catch (UnreadableException e) {
            deadLetter(record, e.getMessage(), patience);
        }
    }

    private void mail(Alert alert, ConsumerRecord<String, byte[]> record, Patience patience)
            throws InterruptedException {
        AlertNotice notice =
                new AlertNotice(MailedAlert.of(alert, Instant.ofEpochMilli(record.timestamp())), settings.site());
        for (InternetAddress recipient : settings.to()) {
            String messageId = MessageIds.of(
                    NotificationKind.ALERT,
                    recipient,
                    List.of(alert.getAlertId()),
                    notice.alert().raised(),
                    settings.from());
            if (!sent.contains(messageId)) {
                Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                SmtpOutcome outcome = mailer.attempt(messageId, notice, now, recipient);
                for (int failures = 1; outcome instanceof SmtpOutcome.Later later; failures++) {
                    patience.pause(failures, later.problem());
                    outcome = mailer.attempt(messageId, notice, now, recipient);
                }
                patience.relieved();
                if (outcome instanceof SmtpOutcome.Refused refused) {
                    deadLetter(record, "The mail server does not take the alert's mail: " + refused.reason(), patience);
                } else {
                    counters.add(Count.MAILED);
                }
                remember(alert, recipient, messageId, now, patience);
            }
        }
    }

    /** Also when it was refused: the dead letter stands for it, and a later revision must not repeat it. */
    private void remember(Alert alert, InternetAddress recipient, String messageId, Instant date, Patience patience)
            throws InterruptedException {
        Notification notification = Notification.newBuilder()
                .setMessageId(messageId)
                .setKind(NotificationKind.ALERT)
                .setState(NotificationState.SENT)
                .setRecipient(recipient.getAddress())
                .setAlertIds(List.of(alert.getAlertId()))
                .setPlannedAt(date)
                .build();
        notifications.write(messageId, notification, patience);
        sent.add(messageId);
    }

    private void deadLetter(ConsumerRecord<String, byte[]> record, String reason, Patience patience)
            throws InterruptedException {
        deadLetters.accept(record, reason, patience);
        counters.add(Count.DEAD_LETTERED);
    }

    @Override
    public void close() {
        notifications.close();
        deadLetters.close();
    }
}
