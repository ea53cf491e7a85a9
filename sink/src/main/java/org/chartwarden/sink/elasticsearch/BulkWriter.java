package org.chartwarden.sink.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._helpers.bulk.BulkIngester;
import java.util.ArrayList;
import java.util.List;
import org.chartwarden.sink.kafka.Patience;

/**
 * Writes documents with the client's bulk ingester until each is stored or rejected. Requests are sent as they fill up,
 * while further documents are still being made. Order does not matter: Elasticsearch keeps the highest version of an id,
 * whichever arrives last.
 */
public final class BulkWriter implements AutoCloseable {

    private static final int REQUESTS_IN_FLIGHT = 3;
    private static final int DOCUMENTS_IN_REQUEST = 500;

    /** A request is at most this and one document long. */
    private static final long BYTES_IN_REQUEST = 2L << 20;

    /** Shorter than the client waits for an answer, so that the server gives up first and says why. */
    private static final String SHARD_TIMEOUT = "20s";

    private final BulkIngester<BulkRound.Ticket> ingester;

    /** @param client stays open */
    public BulkWriter(ElasticsearchClient client) {
        ingester = BulkIngester.of(builder -> builder.client(client)
                .maxConcurrentRequests(REQUESTS_IN_FLIGHT)
                .maxOperations(DOCUMENTS_IN_REQUEST)
                .maxSize(BYTES_IN_REQUEST)
                .globalSettings(request -> request.timeout(time -> time.time(SHARD_TIMEOUT)))
                .listener(new TicketListener()));
    }

    /**
     * Writes these documents; waits for Elasticsearch as long as it takes.
     *
     * @return what Elasticsearch will never take
     */
    public List<Rejection> write(List<SourcedDocument> documents, Patience patience) throws InterruptedException {
        BulkRound round = begin();
        documents.forEach(round::add);
        return finish(round, patience);
    }

    /** Takes documents; {@link #finish} waits for them. */
    BulkRound begin() {
        return new BulkRound(ingester);
    }

    /**
     * Writes until nothing is left to try; waits for Elasticsearch as long as it takes.
     *
     * @return what Elasticsearch will never take
     */
    List<Rejection> finish(BulkRound begun, Patience patience) throws InterruptedException {
        List<Rejection> rejections = new ArrayList<>();
        BulkRound round = begun;
        int failures = 0;
        round.await();
        while (!round.later().isEmpty()) {
            rejections.addAll(round.rejections());
            failures = round.cameForward() ? 1 : failures + 1;
            patience.pause(failures, "Elasticsearch does not store documents: " + round.problem() + ".");
            BulkRound next = begin();
            round.later().forEach(next::add);
            next.await();
            round = next;
        }
        rejections.addAll(round.rejections());
        patience.relieved();
        return rejections;
    }

    /** Waits for the requests in flight. */
    @Override
    public void close() {
        ingester.close();
    }
}
