package org.chartwarden.sink.elasticsearch;

import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** One try for a list of documents: gathers what became of each, from whichever thread tells. */
final class BulkRound {

    private final CountDownLatch unsettled;
    private final Queue<Rejection> rejections = new ConcurrentLinkedQueue<>();
    private final Queue<SourcedDocument> later = new ConcurrentLinkedQueue<>();
    private volatile String problem;

    BulkRound(int documents) {
        this.unsettled = new CountDownLatch(documents);
    }

    Ticket ticket(SourcedDocument document) {
        return new Ticket(document);
    }

    /** Returns when all are settled: each request ends with an answer, an error or the client's timeout. */
    void await() throws InterruptedException {
        unsettled.await();
    }

    List<Rejection> rejections() {
        return List.copyOf(rejections);
    }

    /** To be tried again. */
    List<SourcedDocument> later() {
        return List.copyOf(later);
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
                case STORED -> unsettled.countDown();
                case REJECTED -> {
                    rejections.add(new Rejection(
                            document.source(),
                            "Elasticsearch refuses the document: " + ElasticsearchFailures.describe(item)));
                    unsettled.countDown();
                }
                case LATER -> later(ElasticsearchFailures.describe(item));
            }
        }

        void later(String reason) {
            problem = reason;
            later.add(document);
            unsettled.countDown();
        }
    }
}
