package org.chartwarden.sink.kibana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.Decision;
import org.chartwarden.model.NotificationState;
import org.chartwarden.model.Severity;
import org.junit.jupiter.api.Test;

/** Every field that Kibana is told to use is one that the documents have, and of a type that can be used so. */
class KibanaFieldsTest {

    /** Elasticsearch does not group or sort by text, and Kibana's pictures do not look into nested objects. */
    private static final Set<String> NOT_TO_GROUP_BY = Set.of("text", "nested", "object");

    private static final Map<String, Set<String>> WORDS = Map.of(
            "chartwarden.status", words(AlertStatus.values()),
            "chartwarden.severity", words(Severity.values()),
            "chartwarden.decision", words(Decision.values()),
            "chartwarden.state", words(NotificationState.values()),
            "tags", Set.of("late", "userless", "token-only", "legal-hold"));

    @Test
    void shouldFormatLabelAndOrderDocumentsByFieldsOfTheirIndices() {
        for (JsonNode view : ImportFile.objects("index-pattern")) {
            Map<String, String> fields = IndexFields.of(view);

            assertThat(fields)
                    .as(ImportFile.key(view))
                    .containsEntry(view.at("/attributes/timeFieldName").asText(), "date");
            assertThat(fields.keySet())
                    .as(ImportFile.key(view))
                    .containsAll(names(ImportFile.attribute(view, "fieldAttrs")))
                    .containsAll(names(ImportFile.attribute(view, "fieldFormatMap")));
        }
    }

    @Test
    void shouldListAndSortFieldsOfTheDataView() {
        for (JsonNode search : ImportFile.objects("search")) {
            Map<String, String> fields = IndexFields.of(ImportFile.dataView(search));

            assertThat(search.at("/attributes/columns"))
                    .as(ImportFile.key(search))
                    .isNotEmpty()
                    .allSatisfy(column -> assertThat(fields).containsKey(column.asText()));
            assertThat(search.at("/attributes/sort")).isNotEmpty().allSatisfy(sort -> {
                assertThat(sort.get(1).asText()).isIn("asc", "desc");
                assertThat(fields.get(sort.get(0).asText())).isNotNull().isNotIn(NOT_TO_GROUP_BY);
            });
        }
    }

    @Test
    void shouldCountFieldsThatCanBeCounted() {
        for (JsonNode picture : ImportFile.objects("visualization")) {
            for (JsonNode aggregation :
                    ImportFile.attribute(picture, "visState").path("aggs")) {
                JsonNode field = aggregation.at("/params/field");
                if (!field.isMissingNode()) {
                    assertThat(IndexFields.of(ImportFile.dataView(picture)).get(field.asText()))
                            .as(ImportFile.key(picture) + " " + field)
                            .isNotNull()
                            .isNotIn(NOT_TO_GROUP_BY);
                }
            }
        }
    }

    @Test
    void shouldQueryFieldsOfTheDataViewForWordsThatOccurThere() {
        for (JsonNode object : ImportFile.OBJECTS) {
            queries(object)
                    .forEach(query -> KqlTerms.of(query).forEach((field, words) -> {
                        String type =
                                IndexFields.of(ImportFile.dataView(object)).get(field);
                        assertThat(type).as(query).isNotNull();
                        assertThat(WORDS.getOrDefault(field, words)).as(query).containsAll(words);
                        if (type.equals("boolean")) {
                            assertThat(words).as(query).isSubsetOf("true", "false");
                        }
                    }));
        }
    }

    @Test
    void shouldOfferToChooseFieldsThatAllOfTheDashboardHas() {
        for (JsonNode dashboard : ImportFile.objects("dashboard")) {
            List<JsonNode> controls = controls(dashboard);
            for (JsonNode reference : dashboard.path("references")) {
                JsonNode panel = ImportFile.find(ImportFile.key(reference));
                if (!panel.path("references").isEmpty()) {
                    Map<String, String> fields = IndexFields.of(ImportFile.dataView(panel));
                    assertThat(controls)
                            .as(ImportFile.key(dashboard) + " " + ImportFile.key(panel))
                            .allSatisfy(control -> assertThat(
                                            fields.get(control.path("fieldName").asText()))
                                    .isEqualTo("keyword"));
                }
            }
        }
    }

    private static List<JsonNode> controls(JsonNode dashboard) {
        return ImportFile.parse(
                        dashboard.at("/attributes/controlGroupInput/panelsJSON").asText())
                .properties()
                .stream()
                .map(control -> control.getValue().path("explicitInput"))
                .toList();
    }

    /** The object's own query, and those by which its pictures divide. */
    private static List<String> queries(JsonNode object) {
        return object.findValues("searchSourceJSON").isEmpty()
                ? List.of()
                : concat(
                        ImportFile.searchSource(object).at("/query/query").asText(),
                        ImportFile.parse(object.at("/attributes/visState").asText("{}"))
                                .findValues("input"));
    }

    private static List<String> concat(String query, List<JsonNode> filters) {
        return Stream.concat(
                        Stream.of(query),
                        filters.stream().map(filter -> filter.path("query").asText()))
                .toList();
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static Set<String> words(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
