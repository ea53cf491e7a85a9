package org.chartwarden.sink.kibana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.chartwarden.sink.search.Documents;
import org.junit.jupiter.api.Test;

class KibanaObjectsTest {

    private static final int COLUMNS = 48;
    private static final Pattern LINK = Pattern.compile("#/view/([^)]+)\\)");

    @Test
    void shouldHaveTheFiveDashboards() {
        assertThat(ImportFile.objects("dashboard"))
                .extracting(dashboard -> dashboard.at("/attributes/title").asText())
                .containsExactly(
                        "Today's alerts",
                        "Who opened this patient's chart",
                        "What did this person do",
                        "Departments and training needs",
                        "Pipeline health");
    }

    @Test
    void shouldUseTypesThatEveryKibanaImports() {
        assertThat(ImportFile.OBJECTS)
                .extracting(object -> object.path("type").asText() + " "
                        + object.path("typeMigrationVersion").asText() + " "
                        + object.path("coreMigrationVersion").asText())
                .containsOnly(
                        "index-pattern 8.0.0 8.8.0",
                        "search 8.0.0 8.8.0",
                        "visualization 8.5.0 8.8.0",
                        "dashboard 8.9.0 8.8.0");
    }

    @Test
    void shouldHaveEachIdOnce() {
        assertThat(ImportFile.OBJECTS)
                .extracting(ImportFile::key)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[a-z-]+:chartwarden-[a-z-]+"));
    }

    @Test
    void shouldBeTheSameBytesEachTime() {
        assertThat(KibanaObjects.ndjson()).isEqualTo(KibanaObjects.ndjson());
    }

    @Test
    void shouldReferOnlyToWhatComesBefore() {
        Set<String> before = new HashSet<>();

        for (JsonNode object : ImportFile.OBJECTS) {
            assertThat(object.path("references")).extracting(ImportFile::key).isSubsetOf(before);
            before.add(ImportFile.key(object));
        }
    }

    @Test
    void shouldNameEveryReferenceInTheAttributes() {
        assertThat(ImportFile.OBJECTS)
                .allSatisfy(object -> assertThat(object.path("references"))
                        .extracting(reference -> reference.path("name").asText())
                        .hasSameElementsAs(namedBy(object)));
    }

    @Test
    void shouldHaveADataViewOfEachKindOfDocumentThatPeopleLookAt() {
        assertThat(ImportFile.objects("index-pattern"))
                .extracting(view -> view.at("/attributes/title").asText())
                .containsExactly(
                        Documents.ACCESSES.indices(),
                        Documents.ALERTS.indices(),
                        Documents.ALERT_REVISIONS.indices(),
                        Documents.DISPOSITIONS.indices(),
                        Documents.NOTIFICATIONS.indices(),
                        Documents.DEAD_LETTERS.indices());
    }

    @Test
    void shouldShowEverySavedSearchOrLinkToIt() {
        Set<String> used = new TreeSet<>();
        ImportFile.OBJECTS.forEach(object -> object.path("references").forEach(ref -> used.add(ImportFile.key(ref))));
        Arrays.stream(KibanaLinks.values()).forEach(link -> used.add("search:" + link.target()));

        // History is opened from Discover's list: nothing on a dashboard knows the alert that is meant.
        assertThat(ImportFile.objects("search"))
                .extracting(ImportFile::key)
                .filteredOn(key -> !used.contains(key))
                .containsExactlyInAnyOrder("search:chartwarden-alert-history", "search:chartwarden-unexplained");
    }

    @Test
    void shouldPlacePanelsSideBySideWithoutOverlap() {
        assertThat(ImportFile.objects("dashboard")).allSatisfy(dashboard -> {
            boolean[][] taken = new boolean[COLUMNS][200];
            for (JsonNode panel : ImportFile.attribute(dashboard, "panelsJSON")) {
                place(panel.path("gridData"), taken);
            }
        });
    }

    @Test
    void shouldLinkInTextToDashboardsThatAreThere() {
        for (JsonNode picture : ImportFile.objects("visualization")) {
            String text = ImportFile.attribute(picture, "visState")
                    .at("/params/markdown")
                    .asText("");
            LINK.matcher(text).results().forEach(link -> ImportFile.find("dashboard:" + link.group(1)));
        }
    }

    /** What an object's attributes call the things that they need. */
    private static List<String> namedBy(JsonNode object) {
        Set<String> names = new TreeSet<>();
        if (!object.path("type").asText().equals("index-pattern")) {
            JsonNode index = ImportFile.searchSource(object).path("indexRefName");
            if (!index.isMissingNode()) {
                names.add(index.asText());
            }
        }
        if (object.path("type").asText().equals("dashboard")) {
            ImportFile.attribute(object, "panelsJSON")
                    .forEach(panel -> names.add(panel.path("panelIndex").asText() + ":"
                            + panel.path("panelRefName").asText()));
            ImportFile.parse(object.at("/attributes/controlGroupInput/panelsJSON")
                            .asText())
                    .properties()
                    .forEach(control -> names.add("controlGroup_" + control.getKey() + ":optionsListDataView"));
        }
        return List.copyOf(names);
    }

    private static void place(JsonNode grid, boolean[][] taken) {
        assertThat(grid.properties()).extracting(Map.Entry::getKey).containsExactlyInAnyOrder("x", "y", "w", "h", "i");
        for (int x = grid.path("x").asInt();
                x < grid.path("x").asInt() + grid.path("w").asInt();
                x++) {
            for (int y = grid.path("y").asInt();
                    y < grid.path("y").asInt() + grid.path("h").asInt();
                    y++) {
                assertThat(taken[x][y]).as("panel at %d, %d", x, y).isFalse();
                taken[x][y] = true;
            }
        }
    }
}
