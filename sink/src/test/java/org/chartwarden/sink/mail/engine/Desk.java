package org.chartwarden.sink.mail.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.chartwarden.model.Alert;
import org.chartwarden.model.ChainLink;
import org.chartwarden.model.Instruction;
import org.chartwarden.model.Notification;
import org.chartwarden.serde.TrustedClasses;
import org.chartwarden.service.Counters;
import org.chartwarden.service.ServiceEndpoint;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.kafka.Patience;
import org.chartwarden.sink.mail.MailSettings;

/** An engine with its clock, its postman and its topics, which survive when it is started anew. */
final class Desk implements Ledger {

    static {
        TrustedClasses.ensure();
    }

    private record Entry(SpecificRecord value, Origin origin) {}

    final FakeClock clock;
    final FakePostman postman;

    /** What the ledger was told of alerts of which nobody can be told: the alert's id and the reason. */
    final List<String> unreachable = new ArrayList<>();

    private final Map<String, Entry> topics = new LinkedHashMap<>();
    private final Map<String, String> settings = new LinkedHashMap<>(Map.of(
            "mail.from", "bot@hospital.example",
            "mail.to", "office@hospital.example",
            "mail.contact", "the privacy office",
            "site.zone", "Europe/Berlin"));
    private final Counters counters = new Counters(ServiceEndpoint.newMeters());
    private String recipients;
    private MailEngine engine;

    /** @param now where the clock stands first, such as 2026-01-15T09:00:00Z */
    Desk(String now) {
        clock = new FakeClock(Instant.parse(now));
        postman = new FakePostman(clock);
        restart();
    }

    /** Starts anew with another setting. */
    Desk with(String key, String value) {
        settings.put(key, value);
        restart();
        return this;
    }

    /** Starts anew with another file of recipients. */
    Desk withRecipients(String yaml) {
        recipients = yaml;
        restart();
        return this;
    }

    /** The engine is gone, and another one reads the topics. */
    void restart() {
        Settings all = Settings.of(settings);
        MailSettings mail = MailSettings.of(all);
        Recipients without = Recipients.of(all, mail);
        Recipients named = recipients == null ? without : RecipientsFile.of("recipients.yml", recipients, without);
        Plan plan = new Plan(named, mail, all.optional(org.chartwarden.settings.Setting.CHAIN_HEAD_MAIL));
        engine = MailEngine.of(plan, this, postman, counters, clock);
        topics.values().forEach(entry -> engine.add(entry.value, entry.origin));
    }

    /** The topics take an alert, an order or a link, and so does the engine. */
    void add(SpecificRecord... records) {
        for (SpecificRecord record : records) {
            Origin origin = new Origin(0, topics.size(), clock.instant());
            topics.put(key(record), new Entry(record, origin));
            engine.add(record, origin);
        }
    }

    private static String key(SpecificRecord record) {
        if (record instanceof Alert alert) {
            return "alert " + alert.getAlertId();
        }
        if (record instanceof Instruction instruction) {
            return "instruction " + instruction.getInstructionId();
        }
        return record instanceof ChainLink link ? "link " + link.getSequence() : ((Notification) record).getMessageId();
    }

    void work() {
        try {
            engine.work(new Patience(new AtomicReference<>()));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void workAt(String time) {
        clock.set(Instant.parse(time));
        work();
    }

    /** Works every so often until then. */
    void workUntil(String end, Duration step) {
        for (Instant last = Instant.parse(end); clock.instant().isBefore(last); clock.advance(step)) {
            work();
        }
        workAt(end);
    }

    @Override
    public void write(Notification mail, Patience patience) {
        topics.remove(mail.getMessageId());
        topics.put(mail.getMessageId(), new Entry(mail, new Origin(0, topics.size(), clock.instant())));
    }

    @Override
    public void unreachable(String alertId, Origin origin, String reason, Patience patience) {
        unreachable.add(alertId + ": " + reason);
    }

    MailEngine engine() {
        return engine;
    }

    /** What was written down of each mail last. */
    List<Notification> notes() {
        return topics.values().stream()
                .map(Entry::value)
                .filter(Notification.class::isInstance)
                .map(Notification.class::cast)
                .toList();
    }

    /** A line for each mail that was taken since this was asked last. */
    List<String> mails() {
        List<String> lines = postman.sent.stream().map(FakePostman.Sent::line).toList();
        postman.sent.clear();
        return lines;
    }
}
