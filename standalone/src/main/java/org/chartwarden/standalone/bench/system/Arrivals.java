package org.chartwarden.standalone.bench.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.search.AuditSearch;
import org.chartwarden.sink.search.AuditSearch.Filter;
import org.chartwarden.sink.search.Documents;
import org.chartwarden.standalone.bench.BenchPeople;

/**
 * How long after their reception accesses and alerts stood in Elasticsearch.
 *
 * @param accesses of each access
 * @param alerts of each revision of an alert that tells of a new access
 */
record Arrivals(Latencies accesses, Latencies alerts) {

    /**
     * Reads the documents.
     *
     * @param from number of the first access that is looked at
     * @param received when each of them was received, in milliseconds since 1970
     */
    static Arrivals read(Settings settings, long from, long[] received) throws IOException {
        LongStream.Builder accesses = LongStream.builder();
        Map<Integer, Long> firstTold = new HashMap<>();
        try (AuditSearch search = AuditSearch.open(settings)) {
            search.read(Documents.ACCESSES, Filter.ALL, document -> {
                int index = index(document.at("/event/id"), from, received);
                if (index >= 0) {
                    accesses.add(ingested(document) - received[index]);
                }
            });
            search.read(Documents.ALERT_REVISIONS, Filter.ALL, document -> {
                JsonNode ids = document.at("/chartwarden/event_ids");
                int index = ids.isEmpty() ? -1 : index(ids.get(ids.size() - 1), from, received);
                if (index >= 0) {
                    firstTold.merge(index, ingested(document) - received[index], Math::min);
                }
            });
        }
        return new Arrivals(
                Latencies.of(accesses.build().toArray()),
                Latencies.of(
                        firstTold.values().stream().mapToLong(Long::longValue).toArray()));
    }

    private static int index(JsonNode id, long from, long[] received) {
        long number = BenchPeople.numberOf(id.asText()) - from;
        return number >= 0 && number < received.length ? (int) number : -1;
    }

    private static long ingested(ObjectNode document) {
        return Instant.parse(document.at("/event/ingested").asText()).toEpochMilli();
    }
}
