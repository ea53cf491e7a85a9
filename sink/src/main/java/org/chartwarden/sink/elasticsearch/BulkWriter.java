package org.chartwarden.sink.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._helpers.bulk.BulkIngester;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.util.BinaryData;
import java.util.ArrayList;
import java.util.List;
import org.chartwarden.sink.kafka.Patience;

/**
 * Writes documents with the client's bulk ingester and waits until each is stored or rejected. Order does not matter:
 * Elasticsearch keeps the highest version of an id, whichever arrives last.
 */
final class BulkWriter implements AutoCloseable {

    private static final int REQUESTS_IN_FLIGHT = 3;
    private static final int DOCUMENTS_IN_REQUEST = 500;
    private static final long BYTES_IN_REQUEST = 2L << 20;

    /** Shorter than the client waits for an answer, so that the server gives up first and says why. */
    private static final String SHARD_TIMEOUT = "20s";

    private final BulkIngester<BulkRound.Ticket> ingester;

    BulkWriter(ElasticsearchClient client) {
        ingester = BulkIngester.of(builder -> builder.client(client)
                .maxConcurrentRequests(REQUESTS_IN_FLIGHT)
                .maxOperations(DOCUMENTS_IN_REQUEST)
                .maxSize(BYTES_IN_REQUEST)
                .globalSettings(request -> request.timeout(time -> time.time(SHARD_TIMEOUT)))
                .listener(new TicketListener()));
    }

    /**
     * Writes until nothing is left to try; waits for Elasticsearch as long as it takes.
     *
     * @return what Elasticsearch will never take
     */
    List<Rejection> write(List<SourcedDocument> documents, Patience patience) throws InterruptedException {
        List<Rejection> rejections = new ArrayList<>();
        List<SourcedDocument> pending = documents;
        int failures = 0;
        while (!pending.isEmpty()) {
            BulkRound round = send(pending);
            rejections.addAll(round.rejections());
            failures = round.later().size() < pending.size() ? 1 : failures + 1;
            pending = round.later();
            if (!pending.isEmpty()) {
                patience.pause(failures, "Elasticsearch does not store documents: " + round.problem() + ".");
            }
        }
        patience.relieved();
        return rejections;
    }

    private BulkRound send(List<SourcedDocument> documents) throws InterruptedException {
        BulkRound round = new BulkRound(documents.size());
        for (SourcedDocument document : documents) {
            ingester.add(operation(document.document()), round.ticket(document));
        }
        ingester.flush();
        round.await();
        return round;
    }

    private static BulkOperation operation(Document document) {
        BinaryData json = BinaryData.of(document.fields().toJson(), "application/json");
        return BulkOperation.of(operation -> operation.index(index -> index.index(document.index())
                .id(document.id())
                .version(document.version())
                .versionType(VersionType.ExternalGte)
                .document(json)));
    }

    /** Waits for the requests in flight. */
    @Override
    public void close() {
        ingester.close();
    }
}
