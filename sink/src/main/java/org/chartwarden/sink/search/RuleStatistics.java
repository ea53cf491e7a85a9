package org.chartwarden.sink.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.Decision;

/** Counts the alerts of each rule in one request. */
final class RuleStatistics {

    private static final int MOST_RULES = 10_000;

    private RuleStatistics() {}

    /** @return by the rule's id; rules without an alert are not in it */
    static Map<String, RuleCounts> read(ElasticsearchClient client, String indices) throws IOException {
        Aggregation rules = Aggregation.of(
                rule -> rule.terms(terms -> terms.field("rule.id").size(MOST_RULES))
                        .aggregations("status", byTerm("chartwarden.status"))
                        .aggregations("decision", byTerm("chartwarden.decision")));
        Aggregate found = client.search(search -> search.index(indices).size(0).aggregations("rule", rules), Void.class)
                .aggregations()
                .get("rule");
        Map<String, RuleCounts> counts = new TreeMap<>();
        if (found != null && found.isSterms()) { // else no alert was ever indexed
            found.sterms()
                    .buckets()
                    .array()
                    .forEach(rule -> counts.put(rule.key().stringValue(), counts(rule)));
        }
        return counts;
    }

    private static Aggregation byTerm(String field) {
        return Aggregation.of(
                aggregation -> aggregation.terms(terms -> terms.field(field).size(Decision.values().length)));
    }

    private static RuleCounts counts(StringTermsBucket rule) {
        Map<String, Long> status = terms(rule, "status");
        Map<String, Long> decision = terms(rule, "decision");
        return new RuleCounts(
                rule.docCount(),
                status.getOrDefault(name(AlertStatus.PROVISIONAL), 0L),
                status.getOrDefault(name(AlertStatus.OPEN), 0L),
                sum(decision, RuleCounts::confirms),
                sum(decision, RuleCounts::dismisses),
                status.getOrDefault(name(AlertStatus.EXPLAINED), 0L));
    }

    private static Map<String, Long> terms(StringTermsBucket rule, String name) {
        Aggregate found = rule.aggregations().get(name);
        return found.isSterms()
                ? found.sterms().buckets().array().stream()
                        .collect(Collectors.toMap(bucket -> bucket.key().stringValue(), StringTermsBucket::docCount))
                : Map.of();
    }

    private static long sum(Map<String, Long> byDecision, Predicate<Decision> which) {
        return Arrays.stream(Decision.values())
                .filter(which)
                .mapToLong(decision -> byDecision.getOrDefault(name(decision), 0L))
                .sum();
    }

    /** As the documents spell it. */
    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
