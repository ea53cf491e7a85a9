package org.chartwarden.sink.retention;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.chartwarden.sink.elasticsearch.ElasticsearchFailures;
import org.chartwarden.sink.elasticsearch.ElasticsearchFailures.Verdict;
import org.chartwarden.sink.kafka.Patience;
import org.chartwarden.sink.kafka.UnavailableException;
import org.chartwarden.sink.search.HitPages;

/**
 * Changes any number of documents page by page, as they all were at one point in time. Elasticsearch's own delete and
 * update by query are modules that not every server has, and know no rule that a query cannot say.
 */
final class DocumentPages {

    private static final int PAGE = 200;
    private static final int NOT_THERE = 404;

    private final ElasticsearchClient client;

    DocumentPages(ElasticsearchClient client) {
        this.client = client;
    }

    /**
     * Asks for an operation on each matching document, and carries it out. One that was changed meanwhile is left as it is.
     *
     * @param operation empty when the document is to stay as it is
     * @param patience asked between two pages whether to go on
     * @return how many operations were carried out
     */
    long forEach(
            Collection<String> indices,
            Query query,
            Function<Hit<ObjectNode>, Optional<BulkOperation>> operation,
            Patience patience)
            throws IOException, UnavailableException {
        long[] done = {0};
        HitPages pages = new HitPages(
                client,
                List.copyOf(indices),
                PAGE,
                search -> search.query(query)
                        .sort(sort -> sort.field(by -> by.field("_shard_doc")))
                        .version(true)
                        .seqNoPrimaryTerm(true));
        pages.<UnavailableException>forEach(page -> {
            patience.throwIfCancelled();
            done[0] +=
                    send(page.stream().map(operation).flatMap(Optional::stream).toList());
        });
        return done[0];
    }

    private long send(List<BulkOperation> operations) throws IOException, UnavailableException {
        if (operations.isEmpty()) {
            return 0;
        }
        long done = 0;
        for (BulkResponseItem item :
                client.bulk(bulk -> bulk.operations(operations)).items()) {
            if (ElasticsearchFailures.verdict(item) != Verdict.STORED && item.status() != NOT_THERE) {
                throw new UnavailableException("Elasticsearch does not change documents for retention: "
                        + ElasticsearchFailures.describe(item) + ".");
            }
            done += item.error() == null && item.status() != NOT_THERE ? 1 : 0;
        }
        return done;
    }
}
