package org.chartwarden.sink.hold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What must not be deleted: accesses, alerts with their revisions, and decisions.
 *
 * @param values the field of a document, and the values of it that a hold covers; no field without any
 */
public record LegalHolds(Map<String, Set<String>> values) {

    /** Where such documents are. */
    public static final Set<String> INDICES = Set.of(
            "chartwarden-accesses-*", "chartwarden-alerts", "chartwarden-alert-revisions", "chartwarden-dispositions");

    public LegalHolds {
        values = Map.copyOf(values);
    }

    /**
     * Holds on some people and alerts.
     *
     * @param users everything that is about them, and patients' alerts in which they took part
     * @param patients everything that is about their records, also under a number that was merged into this one
     * @param alerts with the decisions on them, and the accesses that hit a rule for them
     * @param accesses event ids that a revision of a held alert names, whatever rules they hit by now
     */
    public static LegalHolds of(Set<String> users, Set<String> patients, Set<String> alerts, Set<String> accesses) {
        Map<String, Set<String>> values = new TreeMap<>();
        values.put("user.id", users);
        values.put("chartwarden.involved_user_ids", users);
        values.put("patient.id", patients);
        values.put("patient.merged_into", patients);
        values.put("chartwarden.alert_id", alerts);
        values.put(HoldQueries.RULE_HITS + ".alert_id", alerts);
        values.put("event.id", Stream.of(alerts, accesses).flatMap(Set::stream).collect(Collectors.toSet()));
        values.values().removeIf(Set::isEmpty);
        return new LegalHolds(values);
    }

    /**
     * Whether a hold covers a document.
     *
     * @param index where it is or is to be
     * @param document as Elasticsearch has it
     */
    public boolean cover(String index, ObjectNode document) {
        return values.entrySet().stream()
                        .anyMatch(field -> texts(document, field.getKey()).anyMatch(field.getValue()::contains))
                && isHoldable(index);
    }

    private static boolean isHoldable(String index) {
        return INDICES.stream()
                .anyMatch(pattern -> pattern.endsWith("*")
                        ? index.startsWith(pattern.substring(0, pattern.length() - 1))
                        : index.equals(pattern));
    }

    /** The texts under a dotted name, through arrays on the way. */
    private static Stream<String> texts(JsonNode node, String name) {
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false).flatMap(element -> texts(element, name));
        }
        if (name.isEmpty()) {
            return Stream.ofNullable(node.textValue());
        }
        int dot = name.indexOf('.');
        return dot < 0 ? texts(node.path(name), "") : texts(node.path(name.substring(0, dot)), name.substring(dot + 1));
    }
}
