package org.chartwarden.reports.data;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.Collection;
import java.util.List;
import org.chartwarden.reports.Span;
import org.chartwarden.sink.elasticsearch.Fields;

/** Conditions on documents, in Elasticsearch's words. */
public final class AccessQueries {

    private AccessQueries() {}

    /** All of the conditions. */
    public static Query all(Query... conditions) {
        return Query.of(query -> query.bool(bool -> bool.filter(List.of(conditions))));
    }

    /** At least one of the conditions. */
    public static Query any(Query... conditions) {
        return Query.of(
                query -> query.bool(bool -> bool.should(List.of(conditions)).minimumShouldMatch("1")));
    }

    public static Query not(Query condition) {
        return Query.of(query -> query.bool(bool -> bool.mustNot(condition)));
    }

    /** @param values none matches nothing */
    public static Query oneOf(String keyword, Collection<String> values) {
        List<FieldValue> terms = values.stream().map(FieldValue::of).toList();
        return Query.of(query -> query.terms(in -> in.field(keyword).terms(list -> list.value(terms))));
    }

    public static Query is(String keyword, String value) {
        return oneOf(keyword, List.of(value));
    }

    public static Query is(String flag, boolean value) {
        return Query.of(query -> query.term(term -> term.field(flag).value(value)));
    }

    /** Documents that have the field. */
    public static Query has(String field) {
        return Query.of(query -> query.exists(exists -> exists.field(field)));
    }

    /** @param timeField what the span is about */
    public static Query within(Span span, String timeField) {
        return Query.of(query -> query.range(range -> range.date(date -> {
            date.field(timeField).lt(Fields.format(span.until()));
            span.since().ifPresent(since -> date.gte(Fields.format(since)));
            return date;
        })));
    }

    /** Accesses that showed a chart or a part of it, or let it out: see {@link AccessRow#opensChart}. */
    public static Query opensChart() {
        return all(is("event.outcome", "success"), oneOf("chartwarden.category", List.of("record", "export")));
    }
}
