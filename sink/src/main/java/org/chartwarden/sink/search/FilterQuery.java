package org.chartwarden.sink.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import org.chartwarden.sink.elasticsearch.Fields;
import org.chartwarden.sink.search.AuditSearch.Filter;

/** A filter in Elasticsearch's words. */
final class FilterQuery {

    private FilterQuery() {}

    /** @param timeField what since and until are about */
    static Query of(Filter filter, String timeField) {
        List<Query> conditions = new ArrayList<>();
        if (filter.since() != null) {
            conditions.add(Query.of(query -> query.range(
                    range -> range.date(date -> date.field(timeField).gte(Fields.format(filter.since()))))));
        }
        if (filter.until() != null) {
            conditions.add(Query.of(query -> query.range(
                    range -> range.date(date -> date.field(timeField).lt(Fields.format(filter.until()))))));
        }
        addTerm(conditions, "user.id", filter.user());
        addTerm(conditions, "patient.id", filter.patient());
        return Query.of(query -> query.bool(bool -> bool.filter(conditions)));
    }

    private static void addTerm(List<Query> conditions, String field, String value) {
        if (value != null) {
            conditions.add(
                    Query.of(query -> query.term(term -> term.field(field).value(value))));
        }
    }
}
