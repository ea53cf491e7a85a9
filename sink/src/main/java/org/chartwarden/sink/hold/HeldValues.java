package org.chartwarden.sink.hold;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chartwarden.sink.elasticsearch.AccessIndices;
import org.chartwarden.sink.search.BucketPages;
import org.chartwarden.sink.search.Grouping;

/** What else a hold means, as documents in Elasticsearch tell. */
final class HeldValues {

    private static final String REVISIONS = "chartwarden-alert-revisions";
    private static final String PATIENT = "patient.id";
    private static final String MERGED_INTO = "patient.merged_into";

    private final ElasticsearchClient client;

    HeldValues(ElasticsearchClient client) {
        this.client = client;
    }

    /** The accesses that any revision of the alerts names. */
    Set<String> accessesOf(Set<String> alerts) throws IOException {
        return values(REVISIONS, "event.id", alerts, "chartwarden.event_ids");
    }

    /** With all numbers under which these records were kept before and after they were merged (HL7 A40). */
    Set<String> recordsOf(Set<String> patients) throws IOException {
        Set<String> records = new HashSet<>(patients);
        Set<String> next = patients;
        while (!next.isEmpty()) {
            Set<String> found = values(AccessIndices.PATTERN, PATIENT, next, MERGED_INTO);
            found.addAll(values(AccessIndices.PATTERN, MERGED_INTO, next, PATIENT));
            found.removeAll(records);
            records.addAll(found);
            next = found;
        }
        return records;
    }

    private Set<String> values(String indices, String field, Collection<String> any, String wanted) throws IOException {
        Set<String> values = new HashSet<>();
        for (Query query : HoldQueries.anyOf(field, any)) {
            new BucketPages(client, indices, query, List.of(Grouping.value(wanted)))
                    .forEach(found -> values.add(found.values().get(0)));
        }
        return values;
    }
}
