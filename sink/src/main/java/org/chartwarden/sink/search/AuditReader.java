package org.chartwarden.sink.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** What reports ask of Elasticsearch: documents one by one, and counts of however many. */
public interface AuditReader {

    /**
     * How many matching documents share the values of the groupings.
     *
     * @param values one a grouping, in their order
     */
    record Group(List<String> values, long count) {

        public Group {
            values = List.copyOf(values);
        }
    }

    /**
     * Each matching document as it stands in Elasticsearch, by time.
     *
     * @param query in Elasticsearch's words
     */
    void read(Documents kind, Query query, Consumer<ObjectNode> document) throws IOException;

    /** How many documents match. */
    long count(Documents kind, Query query) throws IOException;

    /**
     * Counts matching documents by values, in the order of the values. A document that lacks one of them is in no group;
     * one that has several of a field is in the group of each.
     *
     * @param by at least one
     */
    void count(Documents kind, Query query, List<Grouping> by, Consumer<Group> group) throws IOException;
}
