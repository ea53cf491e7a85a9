package org.chartwarden.sink.chain.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.chartwarden.sink.search.AuditSearch.Filter;
import org.chartwarden.sink.search.Documents;

/** What stands in Elasticsearch. */
public interface StandingSide {

    /** Every document of a kind whose @timestamp is in the span, with its id. */
    void documents(Documents kind, Filter span, BiConsumer<String, ObjectNode> visitor) throws IOException;

    /** The id of every page. */
    void pageIds(Consumer<String> visitor) throws IOException;

    /** The pages of these links, by number; one that is missing is left out. */
    Map<Long, ObjectNode> pages(List<Long> sequences) throws IOException;
}
