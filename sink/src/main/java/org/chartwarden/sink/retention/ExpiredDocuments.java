package org.chartwarden.sink.retention;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.indices.add_block.IndicesBlockOptions;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chartwarden.sink.elasticsearch.Fields;
import org.chartwarden.sink.hold.HoldQueries;
import org.chartwarden.sink.hold.LegalHolds;
import org.chartwarden.sink.kafka.Patience;
import org.chartwarden.sink.kafka.UnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what is older than a horizon, but for what a legal hold covers: by the holds themselves, not by the tag, which
 * somebody may have taken off by hand.
 */
final class ExpiredDocuments {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiredDocuments.class);

    private final ElasticsearchClient client;
    private final DocumentPages pages;

    ExpiredDocuments(ElasticsearchClient client, DocumentPages pages) {
        this.client = client;
        this.pages = pages;
    }

    /** @return how many documents it deleted one by one */
    long delete(Instant horizon, LegalHolds holds, Patience patience) throws IOException, UnavailableException {
        Query expired = Query.of(query ->
                query.range(range -> range.date(date -> date.field("@timestamp").lt(Fields.format(horizon)))));
        return pages.forEach(Retention.LIMITED, expired, hit -> deletion(hit, holds), patience);
    }

    /** Only as it was seen: a revision that arrived meanwhile stays until it is looked at. */
    private static Optional<BulkOperation> deletion(Hit<ObjectNode> hit, LegalHolds holds) {
        return holds.cover(hit.index(), hit.source())
                ? Optional.empty()
                : Optional.of(BulkOperation.of(bulk -> bulk.delete(delete -> delete.index(hit.index())
                        .id(hit.id())
                        .ifSeqNo(hit.seqNo())
                        .ifPrimaryTerm(hit.primaryTerm()))));
    }

    /**
     * Deletes an index whole, if all of it may go.
     *
     * <p>Nothing can be written into it between the look and the deletion. Whoever tries waits, and finds a new index, or
     * the old one open again.
     *
     * @return whether it went
     */
    boolean deleteWhole(String index, Instant horizon, LegalHolds holds) throws IOException {
        client.indices().addBlock(block -> block.index(index).block(IndicesBlockOptions.Write));
        boolean gone = false;
        try {
            if (isAllExpired(index, horizon, holds)) {
                client.indices().delete(delete -> delete.index(index));
                gone = true;
                LOG.info("{} is past its retention and deleted", index);
            }
        } finally {
            if (!gone) {
                client.indices()
                        .putSettings(put ->
                                put.index(index).settings(settings -> settings.blocks(blocks -> blocks.write(false))));
            }
        }
        return gone;
    }

    private boolean isAllExpired(String index, Instant horizon, LegalHolds holds) throws IOException {
        List<Query> reasonsToStay = new ArrayList<>(HoldQueries.of(holds));
        reasonsToStay.add(Query.of(query ->
                query.range(range -> range.date(date -> date.field("@timestamp").gte(Fields.format(horizon))))));
        client.indices().refresh(refresh -> refresh.index(index));
        return client.count(count -> count.index(index).query(query -> query.bool(any -> any.should(reasonsToStay))))
                        .count()
                == 0;
    }
}
