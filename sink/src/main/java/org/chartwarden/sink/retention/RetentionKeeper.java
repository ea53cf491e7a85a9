package org.chartwarden.sink.retention;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.elasticsearch.ElasticsearchConnection;
import org.chartwarden.sink.elasticsearch.ElasticsearchFailures;
import org.chartwarden.sink.hold.HoldLedger;
import org.chartwarden.sink.hold.LegalHolds;
import org.chartwarden.sink.kafka.BatchHandler;
import org.chartwarden.sink.kafka.Patience;
import org.chartwarden.sink.kafka.SinkClients;
import org.chartwarden.sink.kafka.UnavailableException;
import org.chartwarden.sink.retention.AccessIndexList.AccessIndex;
import org.chartwarden.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after what is in Elasticsearch already: legal holds are tagged, what is past its retention is deleted, and old
 * indices of accesses become warm. At its start, after each instruction of an officer, and at every interval; its group
 * has one reader, so one instance of the sink does it for all. Every round may be repeated or broken off anywhere.
 */
public final class RetentionKeeper implements BatchHandler, AutoCloseable {

    /** The consumer group. */
    public static final String GROUP = "chartwarden-sink-retention";

    /** What it reads, to look after a new hold at once. */
    public static final List<String> TOPICS = List.of(Topics.INSTRUCTIONS.name());

    private static final Logger LOG = LoggerFactory.getLogger(RetentionKeeper.class);

    private final Retention retention;
    private final Clock clock;
    private final ElasticsearchConnection connection;
    private final HoldLedger ledger;
    private final HeldDocuments held;
    private final ExpiredDocuments expired;
    private final AccessIndexList accessIndices;
    private Instant due = Instant.MIN;

    /** @throws org.chartwarden.settings.SettingsException see {@link Retention#of} */
    public RetentionKeeper(Settings settings, SinkClients clients, Clock clock) {
        this.retention = Retention.of(settings);
        this.clock = clock;
        this.connection = ElasticsearchConnection.open(settings);
        ElasticsearchClient client = connection.client();
        DocumentPages pages = new DocumentPages(client);
        this.ledger = new HoldLedger(clients, client);
        this.held = new HeldDocuments(pages);
        this.expired = new ExpiredDocuments(client, pages);
        this.accessIndices = new AccessIndexList(client);
    }

    @Override
    public void prepare(Patience patience) {
        due = Instant.MIN;
    }

    @Override
    public void handle(List<ConsumerRecord<String, byte[]>> batch, Patience patience) {
        due = Instant.MIN;
    }

    @Override
    public void tick(Patience patience) throws InterruptedException {
        Instant now = clock.instant();
        if (now.isBefore(due)) {
            return;
        }
        patience.insist(() -> {
            lookAfter(now, patience);
            return null;
        });
        due = now.plus(retention.interval());
    }

    private void lookAfter(Instant now, Patience patience) throws UnavailableException, InterruptedException {
        try {
            LegalHolds holds = ledger.anew(patience);
            connection
                    .client()
                    .indices()
                    .refresh(refresh ->
                            refresh.index(List.copyOf(LegalHolds.INDICES)).ignoreUnavailable(true));
            long tagged = held.tag(holds, patience);
            Instant horizon = retention.horizon(now);
            for (AccessIndex index : accessIndices.read().values()) {
                patience.throwIfCancelled();
                lookAfter(index, now, holds);
            }
            long deleted = expired.delete(horizon, holds, patience);
            if (tagged + deleted > 0) {
                LOG.info("Legal holds changed {} documents; {} past their retention were deleted", tagged, deleted);
            }
        } catch (IOException | ElasticsearchException e) {
            throw new UnavailableException(
                    "Elasticsearch does not let documents be looked after: " + ElasticsearchFailures.describe(e) + ".",
                    e);
        }
    }

    private void lookAfter(AccessIndex index, Instant now, LegalHolds holds) throws IOException {
        boolean isPast = !index.end().isAfter(retention.horizon(now));
        boolean isGone = isPast && expired.deleteWhole(index.name(), retention.horizon(now), holds);
        if (!isGone && !index.warm() && index.end().isBefore(now.minus(retention.warmAfter()))) {
            accessIndices.warm(index);
        }
    }

    @Override
    public void close() {
        ledger.close();
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The connections to Elasticsearch could not be closed", e);
        }
    }
}
