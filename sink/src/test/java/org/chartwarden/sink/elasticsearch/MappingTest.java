package org.chartwarden.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.chartwarden.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mappings, what is written, and what the documentation says are three tellings of one thing. */
class MappingTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PAGE = Path.of("../docs/elasticsearch.md");
    private static final Set<String> HELD = Set.of("alerts", "dispositions");
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| ([a-z]+) \\| .+ \\|");

    @ParameterizedTest
    @CsvSource({
        "accesses, ## Accesses",
        "alerts, ## Alerts",
        "dispositions, ## Dispositions",
        "instructions, ## Instructions",
        "rules, ## Rules",
        "notifications, ## Notifications",
        "dead-letters, ## Dead letters",
        "chain-pages, ## Chain pages"
    })
    void shouldDocumentExactlyWhatIsWrittenAndHowItIsMapped(String template, String heading) throws IOException {
        Map<String, String> expected = writtenFields(template);
        if (HELD.contains(template)) {
            expected.put("tags", "keyword"); // written later, by whoever orders a legal hold
        }

        assertThat(documented(heading)).isEqualTo(expected);
    }

    @Test
    void shouldMapNothingThatIsNeverWritten() throws IOException {
        TreeSet<String> mapped = new TreeSet<>();
        TreeSet<String> written = new TreeSet<>();
        for (String template : IndexTemplates.NAMES) {
            mapped.addAll(mapping(template).keySet());
            written.addAll(writtenFields(template).keySet());
        }

        assertThat(mapped).isEqualTo(written);
    }

    @Test
    void shouldDefineEachFieldInOneComponentOnly() {
        for (String template : IndexTemplates.NAMES) {
            List<String> defined = IndexTemplates.componentsOf(template).stream()
                    .map(IndexTemplates::component)
                    .flatMap(component -> fields(component.at("/template/mappings")).keySet().stream())
                    .toList();

            assertThat(defined).doesNotHaveDuplicates();
        }
    }

    @Test
    void shouldRefuseFieldsThatAreNotMapped() {
        assertThat(IndexTemplates.NAMES)
                .allSatisfy(template -> assertThat(
                                IndexTemplates.mapping(template).get("dynamic").textValue())
                        .isEqualTo("strict"));
    }

    @Test
    void shouldHaveATemplateForEveryIndexAndWriteToNoOther() {
        List<String> patterns = IndexTemplates.NAMES.stream()
                .flatMap(template -> IndexTemplates.indicesOf(template).stream())
                .toList();

        List<String> indices = Samples.full().stream()
                .flatMap(record -> documents(record).stream())
                .map(document -> document.index().replace("2026.01", "*"))
                .toList();

        assertThat(indices).containsExactlyInAnyOrderElementsOf(patterns);
    }

    /** Field to type, as far as the full sample has it, with the nested objects above it. */
    private static Map<String, String> writtenFields(String template) throws IOException {
        String prefix = IndexTemplates.indicesOf(template).get(0).replace("*", "");
        Document document = Samples.full().stream()
                .flatMap(record -> documents(record).stream())
                .filter(made -> made.index().startsWith(prefix))
                .findFirst()
                .orElseThrow();
        Map<String, String> mapping = mapping(template);
        Map<String, String> written = new TreeMap<>();
        flatten(JSON.readTree(document.fields().toJson()), "", mapping, written);
        return written;
    }

    private static List<Document> documents(SpecificRecord value) {
        return new AuditDocuments(Settings.of(Map.of())).of(value, Samples.NOW);
    }

    private static Map<String, String> documented(String heading) throws IOException {
        String page = Files.readString(PAGE);
        String section =
                page.substring(page.indexOf(heading + "\n") + heading.length()).split("\n## ")[0];
        Map<String, String> rows = new TreeMap<>();
        Matcher row = ROW.matcher(section);
        while (row.find()) {
            rows.put(row.group(1), row.group(2));
        }
        return rows;
    }

    private static Map<String, String> mapping(String template) {
        return fields(IndexTemplates.mapping(template));
    }

    private static Map<String, String> fields(JsonNode mapping) {
        Map<String, String> fields = new TreeMap<>();
        collect(mapping.path("properties"), "", fields);
        return fields;
    }

    private static void collect(JsonNode properties, String prefix, Map<String, String> fields) {
        properties.properties().forEach(property -> {
            if (property.getValue().has("type")) {
                fields.put(
                        prefix + property.getKey(),
                        property.getValue().get("type").textValue());
            }
            collect(property.getValue().path("properties"), prefix + property.getKey() + ".", fields);
        });
    }

    /** Stops below an object whose fields are not mapped one by one. */
    private static void flatten(JsonNode node, String name, Map<String, String> mapping, Map<String, String> written) {
        String type = mapping.get(name);
        if (type != null || !node.isContainerNode()) {
            written.put(name, type == null ? "not mapped" : type);
        }
        if (node.isArray()) {
            node.forEach(element -> flatten(element, name, mapping, written));
        } else if (node.isObject() && !"object".equals(type)) {
            String prefix = name.isEmpty() ? "" : name + ".";
            node.properties().forEach(field -> flatten(field.getValue(), prefix + field.getKey(), mapping, written));
        }
    }
}
