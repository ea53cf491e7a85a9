package org.chartwarden.sink.hold;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** {@link LegalHolds} in Elasticsearch's words. */
public final class HoldQueries {

    static final String RULE_HITS = "chartwarden.rule_hits";

    /** Elasticsearch takes 65,536 terms in one query by default. */
    private static final int MOST_TERMS = 10_000;

    private HoldQueries() {}

    /** A document is covered when it matches one of these; empty when there is no hold. */
    public static List<Query> of(LegalHolds holds) {
        List<Query> queries = new ArrayList<>();
        holds.values().forEach((field, values) -> queries.addAll(anyOf(field, values)));
        return queries;
    }

    /** A document has one of the values when it matches one of these; empty when there is no value. */
    static List<Query> anyOf(String field, Collection<String> values) {
        List<Query> queries = new ArrayList<>();
        List<FieldValue> terms = values.stream().sorted().map(FieldValue::of).toList();
        for (int from = 0; from < terms.size(); from += MOST_TERMS) {
            queries.add(query(field, terms.subList(from, Math.min(from + MOST_TERMS, terms.size()))));
        }
        return queries;
    }

    private static Query query(String field, List<FieldValue> terms) {
        Query query = Query.of(one -> one.terms(any -> any.field(field).terms(values -> values.value(terms))));
        return field.startsWith(RULE_HITS)
                ? Query.of(one -> one.nested(
                        nested -> nested.path(RULE_HITS).ignoreUnmapped(true).query(query)))
                : query;
    }
}
