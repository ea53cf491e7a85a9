package org.chartwarden.sink.chain.verify;

import co.elastic.clients.elasticsearch.core.MgetResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.chain.ChainHead;
import org.chartwarden.sink.elasticsearch.ElasticsearchConnection;
import org.chartwarden.sink.search.AuditSearch;
import org.chartwarden.sink.search.AuditSearch.Filter;
import org.chartwarden.sink.search.Documents;

/** Elasticsearch as it stands. */
public final class ElasticsearchSide implements StandingSide, AutoCloseable {

    /** How long a page that was sealed just now may be on its way. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(30);

    private static final long PAUSE_MILLIS = 200;

    private final ElasticsearchConnection connection;
    private final AuditSearch search;
    private final ChainHead begin;

    /**
     * Does not talk to Elasticsearch yet.
     *
     * @param begin the newest link whose page must be there; for later ones it waits
     */
    public ElasticsearchSide(Settings settings, ChainHead begin) {
        this.connection = ElasticsearchConnection.open(settings);
        this.search = AuditSearch.open(settings);
        this.begin = begin;
    }

    @Override
    public void documents(Documents kind, Filter span, BiConsumer<String, ObjectNode> visitor) throws IOException {
        search.scan(kind, span, visitor);
    }

    @Override
    public void pageIds(Consumer<String> visitor) throws IOException {
        search.ids(Documents.CHAIN_PAGES, visitor);
    }

    @Override
    public Map<Long, ObjectNode> pages(List<Long> sequences) throws IOException {
        Instant deadline = Instant.now().plus(ON_ITS_WAY);
        Map<Long, ObjectNode> pages = read(sequences);
        while (sequences.stream().anyMatch(one -> one > begin.sequence() && !pages.containsKey(one))
                && Instant.now().isBefore(deadline)) {
            pause();
            pages.putAll(read(sequences));
        }
        return pages;
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while a page of the chain was on its way", e);
        }
    }

    /** By their ids, which is exact without a refresh. */
    private Map<Long, ObjectNode> read(List<Long> sequences) throws IOException {
        if (sequences.isEmpty()) {
            return Map.of();
        }
        MgetResponse<ObjectNode> response = connection
                .client()
                .mget(
                        request -> request.index(Documents.CHAIN_PAGES.indices())
                                .ids(sequences.stream().map(String::valueOf).toList()),
                        ObjectNode.class);
        Map<Long, ObjectNode> pages = new HashMap<>();
        response.docs().stream()
                .filter(item -> item.isResult() && item.result().found())
                .forEach(item -> pages.put(
                        Long.parseLong(item.result().id()), item.result().source()));
        return pages;
    }

    @Override
    public void close() throws IOException {
        search.close();
        connection.close();
    }
}
