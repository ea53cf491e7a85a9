package org.chartwarden.sink.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.chartwarden.service.Counters;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.kafka.AuditRecords;
import org.chartwarden.sink.kafka.BatchHandler;
import org.chartwarden.sink.kafka.Patience;
import org.chartwarden.sink.kafka.SinkClients;
import org.chartwarden.sink.kafka.ValueReader.UnreadableException;
import org.chartwarden.sink.kafka.WholeTopic;
import org.chartwarden.sink.mail.engine.MailEngine;
import org.chartwarden.sink.mail.engine.Origin;
import org.chartwarden.sink.mail.engine.Plan;
import org.chartwarden.topic.Topic;
import org.chartwarden.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds the {@link MailEngine}: with everything that the topics hold when it takes over, then with what comes. Its group
 * must have one reader for everything, since the number of mails to one recipient has one.
 *
 * <p>The state follows from the topics and not from the group's offsets: these only tell which records were found
 * unreadable, and how far mailing is.
 */
public final class MailSink implements BatchHandler, AutoCloseable {

    /** The consumer group. */
    public static final String GROUP = "chartwarden-sink-mail";

    /** What it reads. */
    public static final List<String> TOPICS =
            List.of(Topics.ALERTS.name(), Topics.INSTRUCTIONS.name(), Topics.CHAIN.name());

    private static final Logger LOG = LoggerFactory.getLogger(MailSink.class);

    private final Plan plan;
    private final Mailer mailer;
    private final MailLedger ledger;
    private final AuditRecords records;
    private final WholeTopic topics;
    private final Counters counters;
    private final Clock clock;
    private final Map<TopicPartition, Long> known = new HashMap<>();
    private final Set<String> soughtAlerts = new HashSet<>();
    private MailEngine engine;
    private volatile String problem;

    /** @throws org.chartwarden.settings.SettingsException naming what is wrong, also with the file of the recipients */
    public MailSink(Settings settings, SinkClients clients, Counters counters, Clock clock) {
        MailSettings mail = MailSettings.of(settings);
        this.plan = Plan.of(settings, mail);
        this.mailer = new Mailer(mail);
        this.ledger = new MailLedger(clients, counters, clock);
        this.records = new AuditRecords(
                clients, List.of(Topics.ALERTS, Topics.INSTRUCTIONS, Topics.CHAIN, Topics.NOTIFICATIONS));
        this.topics = new WholeTopic(clients);
        this.counters = counters;
        this.clock = clock;
    }

    @Override
    public void prepare(Patience patience) throws InterruptedException {
        engine = MailEngine.of(plan, ledger, mailer::attempt, counters, clock);
        known.clear();
        soughtAlerts.clear();
        for (Topic<?> topic : List.of(Topics.ALERTS, Topics.INSTRUCTIONS, Topics.CHAIN, Topics.NOTIFICATIONS)) {
            known.putAll(patience.insist(() -> topics.read(topic.name(), record -> recall(record, patience))));
        }
        seekAlerts(patience);
    }

    /** Alerts that are not due any more are not kept, but for those of which a mail still tells. */
    private void seekAlerts(Patience patience) throws InterruptedException {
        Set<String> missing = engine.missingAlerts();
        if (soughtAlerts.addAll(missing)) {
            patience.insist(() -> topics.read(Topics.ALERTS.name(), record -> {
                if (missing.contains(record.key())) {
                    recall(record, patience);
                }
            }));
        }
    }

    private void recall(ConsumerRecord<String, byte[]> record, Patience patience) throws InterruptedException {
        patience.throwIfCancelled();
        try {
            add(record, records.read(record, patience));
        } catch (UnreadableException | IllegalArgumentException e) {
            LOG.debug("{} {}@{} is no use: {}", record.topic(), record.partition(), record.offset(), e.toString());
        }
    }

    @Override
    public void handle(List<ConsumerRecord<String, byte[]>> batch, Patience patience) throws InterruptedException {
        for (ConsumerRecord<String, byte[]> record : batch) {
            patience.throwIfCancelled();
            try {
                SpecificRecord value = records.read(record, patience);
                if (record.offset() >= known.getOrDefault(partition(record), 0L)) {
                    add(record, value);
                }
            } catch (UnreadableException | IllegalArgumentException e) {
                ledger.deadLetter(record, e.getMessage(), patience);
            }
        }
        seekAlerts(patience);
        tick(patience);
    }

    @Override
    public void tick(Patience patience) throws InterruptedException {
        engine.work(patience);
        problem = engine.problem().orElse(null);
    }

    /** Why mails wait; empty when none does. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem).map(text -> "mail-sink: " + text);
    }

    private void add(ConsumerRecord<String, byte[]> record, SpecificRecord value) {
        if (value != null) {
            Instant written = Instant.ofEpochMilli(record.timestamp());
            engine.add(value, new Origin(record.partition(), record.offset(), written));
        } else if (record.topic().equals(Topics.ALERTS.name())) {
            engine.removeAlert(record.key());
        }
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    @Override
    public void close() {
        ledger.close();
    }
}
