package org.chartwarden.sink.chain;

import java.time.Clock;
import java.time.Duration;
import org.chartwarden.service.Counters;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.elasticsearch.AuditDocuments;
import org.chartwarden.sink.kafka.AuditRecords;
import org.chartwarden.sink.kafka.SinkClients;

/** What every session of the sealer works with. */
record SealerParts(
        SinkClients clients,
        AuditRecords records,
        AuditDocuments documents,
        ChainTopic chain,
        HeadOutlet outlet,
        Duration interval,
        Counters counters,
        Clock clock) {

    static SealerParts of(Settings settings, SinkClients clients, Counters counters, Clock clock) {
        ChainTopic chain = new ChainTopic(clients);
        return new SealerParts(
                clients,
                new AuditRecords(clients, Sealer.SEALED),
                new AuditDocuments(settings),
                chain,
                new HeadOutlet(settings, chain),
                settings.duration(Setting.CHAIN_INTERVAL),
                counters,
                clock);
    }

    PageDraft newDraft() {
        return new PageDraft(interval);
    }
}
