package org.chartwarden.sink.elasticsearch;

import co.elastic.clients.elasticsearch._helpers.bulk.BulkListener;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands the outcome of each document of a request to its ticket. */
final class TicketListener implements BulkListener<BulkRound.Ticket> {

    private static final Logger LOG = LoggerFactory.getLogger(TicketListener.class);

    @Override
    public void beforeBulk(long executionId, BulkRequest request, List<BulkRound.Ticket> tickets) {
        LOG.trace("bulk request {} with {} documents", executionId, tickets.size());
    }

    /** The answer has one item for each operation, in the request's order. */
    @Override
    public void afterBulk(
            long executionId, BulkRequest request, List<BulkRound.Ticket> tickets, BulkResponse response) {
        for (int i = 0; i < tickets.size(); i++) {
            tickets.get(i).settle(response.items().get(i));
        }
    }

    /** The request failed as a whole: what of it was stored is not known, and storing it again does no harm. */
    @Override
    public void afterBulk(long executionId, BulkRequest request, List<BulkRound.Ticket> tickets, Throwable failure) {
        String reason = ElasticsearchFailures.describe(failure);
        tickets.forEach(ticket -> ticket.later(reason));
    }
}
