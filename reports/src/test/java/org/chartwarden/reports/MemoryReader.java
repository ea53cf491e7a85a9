package org.chartwarden.reports;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.DateRangeQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.chartwarden.sink.search.AuditReader;
import org.chartwarden.sink.search.Documents;
import org.chartwarden.sink.search.Grouping;

/** Documents in memory, found as Elasticsearch would find them, as far as reports ask. */
public final class MemoryReader implements AuditReader {

    private final Map<Documents, List<ObjectNode>> documents = new TreeMap<>();

    /** In any order. */
    public MemoryReader with(Documents kind, ObjectNode... added) {
        documents.computeIfAbsent(kind, none -> new ArrayList<>()).addAll(List.of(added));
        return this;
    }

    @Override
    public void read(Documents kind, Query query, Consumer<ObjectNode> document) {
        matching(kind, query)
                .sorted(Comparator.comparing((ObjectNode found) ->
                                values(found, kind.timeField()).get(0))
                        .thenComparing(found -> values(found, "event.id").get(0)))
                .forEach(document);
    }

    @Override
    public long count(Documents kind, Query query) {
        return matching(kind, query).count();
    }

    @Override
    public void count(Documents kind, Query query, List<Grouping> by, Consumer<Group> group) {
        Map<String, Group> groups = new TreeMap<>();
        matching(kind, query)
                .forEach(document -> keys(document, by).forEach(keys -> {
                    long before = groups.getOrDefault(keys.toString(), new Group(keys, 0))
                            .count();
                    groups.put(keys.toString(), new Group(keys, before + 1));
                }));
        groups.values().forEach(group);
    }

    private static List<List<String>> keys(ObjectNode document, List<Grouping> by) {
        List<List<String>> keys = List.of(List.of());
        for (Grouping grouping : by) {
            keys = keys.stream()
                    .flatMap(key -> values(document, grouping.field()).stream()
                            .map(value -> Stream.concat(key.stream(), Stream.of(key(value, grouping)))
                                    .toList()))
                    .toList();
        }
        return keys;
    }

    private static String key(String value, Grouping grouping) {
        return grouping.days()
                .map(zone -> LocalDate.ofInstant(Instant.parse(value), zone).toString())
                .orElse(value);
    }

    private Stream<ObjectNode> matching(Documents kind, Query query) {
        return documents.getOrDefault(kind, List.of()).stream().filter(document -> matches(document, query));
    }

    private static boolean matches(JsonNode document, Query query) {
        return switch (query._kind()) {
            case Bool -> matches(document, query.bool());
            case Exists -> !values(document, query.exists().field()).isEmpty();
            case Term ->
                values(document, query.term().field())
                        .contains(query.term().value()._toJsonString());
            case Terms ->
                query.terms().terms().value().stream()
                        .map(FieldValue::stringValue)
                        .anyMatch(values(document, query.terms().field())::contains);
            case Range -> matches(document, query.range().date());
            default -> throw new AssertionError("no report has asked for a " + query._kind() + " yet");
        };
    }

    private static boolean matches(JsonNode document, BoolQuery bool) {
        return bool.filter().stream().allMatch(one -> matches(document, one))
                && bool.mustNot().stream().noneMatch(one -> matches(document, one))
                && (bool.should().isEmpty() || bool.should().stream().anyMatch(one -> matches(document, one)));
    }

    /** Times in documents are as wide as those in queries, so that they compare as text. */
    private static boolean matches(JsonNode document, DateRangeQuery range) {
        return values(document, range.field()).stream()
                .anyMatch(time -> (range.gte() == null || time.compareTo(range.gte()) >= 0)
                        && (range.lt() == null || time.compareTo(range.lt()) < 0));
    }

    private static List<String> values(JsonNode document, String field) {
        JsonNode found = document.at("/" + field.replace('.', '/'));
        if (found.isArray()) {
            return StreamSupport.stream(found.spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
        }
        return found.isMissingNode() ? List.of() : List.of(found.asText());
    }
}
