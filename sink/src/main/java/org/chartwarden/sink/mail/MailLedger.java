package org.chartwarden.sink.mail;

import java.time.Clock;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.chartwarden.model.Notification;
import org.chartwarden.service.Counters;
import org.chartwarden.service.Counters.Count;
import org.chartwarden.sink.kafka.AcknowledgedWriter;
import org.chartwarden.sink.kafka.DeadLetterDesk;
import org.chartwarden.sink.kafka.Patience;
import org.chartwarden.sink.kafka.SinkClients;
import org.chartwarden.sink.kafka.WholeTopic;
import org.chartwarden.sink.mail.engine.Ledger;
import org.chartwarden.sink.mail.engine.Origin;
import org.chartwarden.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes mails down in their compacted topic, and alerts of which nobody can be told into the dead-letter topic. */
final class MailLedger implements Ledger, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MailLedger.class);

    private final AcknowledgedWriter<Notification> notifications;
    private final DeadLetterDesk deadLetters;
    private final WholeTopic topics;
    private final Counters counters;

    MailLedger(SinkClients clients, Counters counters, Clock clock) {
        this.notifications = clients.writer(Topics.NOTIFICATIONS);
        this.deadLetters = new DeadLetterDesk(clients, clock);
        this.topics = new WholeTopic(clients);
        this.counters = counters;
    }

    @Override
    public void write(Notification mail, Patience patience) throws InterruptedException {
        notifications.write(mail.getMessageId(), mail, patience);
    }

    @Override
    public void unreachable(String alertId, Origin origin, String reason, Patience patience)
            throws InterruptedException {
        TopicPartition partition = new TopicPartition(Topics.ALERTS.name(), origin.partition());
        Optional<ConsumerRecord<String, byte[]>> record =
                patience.insist(() -> topics.find(partition, origin.offset()));
        if (record.filter(found -> alertId.equals(found.key())).isPresent()) {
            deadLetter(
                    record.get(),
                    "The mail server takes the alert's mail for nobody whom it concerns: " + reason,
                    patience);
        } else {
            LOG.warn("The alert {}, of which nobody can be told, has been revised meanwhile", alertId);
        }
    }

    /** Keeps a record of which no mail can be made. */
    void deadLetter(ConsumerRecord<String, byte[]> record, String reason, Patience patience)
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
