package org.chartwarden.sink.elasticsearch;

import co.elastic.clients.elasticsearch._helpers.bulk.BulkIngester;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Phaser;

/** One try for some documents: sends them, and gathers what became of each from whichever thread tells. */
final class BulkRound {

    private final BulkIngester<Ticket> ingester;

    /** One party for each document that is on its way, and one for the sender. */
    private final Phaser unsettled = new Phaser(1);

    private final Queue<Rejection> rejections = new ConcurrentLinkedQueue<>();
    private final Queue<SourcedDocument> later = new ConcurrentLinkedQueue<>();
    private int documents;
    private volatile String problem;

    BulkRound(BulkIngester<Ticket> ingester) {
        this.ingester = ingester;
    }

    /** May send a request, and waits while as many as allowed are in flight. Not after {@link #await}. */
    void add(SourcedDocument document) {
        documents++;
        unsettled.register();
        ingester.add(document.operation(), new Ticket(document));
    }

    /** Returns when all are settled: each request ends with an answer, an error or the client's timeout. */
    void await() throws InterruptedException {
        ingester.flush();
        unsettled.awaitAdvanceInterruptibly(unsettled.arrive());
    }

    List<Rejection> rejections() {
        return List.copyOf(rejections);
    }

    /** To be tried again. */
    List<SourcedDocument> later() {
        return List.copyOf(later);
    }

    /** Whether some were stored or rejected. */
    boolean cameForward() {
        return later.size() < documents;
    }

    /** Why {@link #later} could not be stored; the newest reason. */
    String problem() {
        return problem;
    }

    /** Travels with one document through the ingester; settled exactly once. */
    final class Ticket {

        private final SourcedDocument document;

        private Ticket(SourcedDocument document) {
            this.document = document;
        }

        void settle(BulkResponseItem item) {
            switch (ElasticsearchFailures.verdict(item)) {
                case STORED -> unsettled.arriveAndDeregister();
                case REJECTED -> {
                    rejections.add(new Rejection(
                            document.source(),
                            "Elasticsearch refuses the document: " + ElasticsearchFailures.describe(item)));
                    unsettled.arriveAndDeregister();
                }
                case LATER -> later(ElasticsearchFailures.describe(item));
            }
        }

        void later(String reason) {
            problem = reason;
            later.add(document);
            unsettled.arriveAndDeregister();
        }
    }
}
