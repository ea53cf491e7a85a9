package org.chartwarden.producers.delimited;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chartwarden.producers.source.Feed;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingsTest {

    private static final String OWN = "kind: access\nfields: {time: T, action: A}\n";

    @TempDir
    private Path folder;

    @Test
    void shouldHaveAFeedForEachReadyMapping() {
        List<Feed> feeds = DelimitedFeed.all(Settings.of(Map.of()), Given.CLOCK, new MemoryRecords());

        assertThat(feeds).extracting(Feed::name).containsExactlyInAnyOrderElementsOf(Mappings.READY);
        assertThat(feeds.stream().filter(feed -> !feed.isContext()))
                .extracting(Feed::name)
                .containsExactly("access-log", "epic-access-log", "openemr-log");
    }

    @Test
    void shouldAddAndReplaceByTheSitesOwn() throws IOException {
        write("a.yaml", "name: ward-system\n" + OWN);
        write("b.yaml", "name: access-log\n" + OWN);
        write("notes.txt", "no mapping");

        List<Mapping> mappings = Mappings.load(settings());

        assertThat(mappings)
                .hasSize(Mappings.READY.size() + 1)
                .extracting(Mapping::name)
                .contains("ward-system");
        assertThat(mappings)
                .filteredOn(mapping -> mapping.name().equals("access-log"))
                .flatExtracting(Mapping::columns)
                .containsExactly("A", "T");
    }

    @Test
    void shouldNameAllThatIsWrongInAnyFile() throws IOException {
        write("a.yaml", "name: one\n" + OWN);
        write("b.yaml", "name: one\n" + OWN);
        write("c.yaml", "name: two\nkind: roster\n");
        write("d.yaml", "a: [");

        assertThatThrownBy(() -> Mappings.load(settings()))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("mappings.directory has mappings that cannot be used:\n"
                        + "b.yaml:1:1: the name \"one\" is that of the mapping in a.yaml too\n"
                        + "c.yaml:2:7: kind is \"roster\", but must be one of access, workforce, leave, shifts,"
                        + " watch-list\n"
                        + "d.yaml:1:5: is not YAML: ");
    }

    @Test
    void shouldRefuseAFolderThatIsNotThere() {
        Settings settings = Settings.of(
                Map.of("mappings.directory", folder.resolve("nowhere").toString()));

        assertThatThrownBy(() -> Mappings.load(settings))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("which cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10%", "-0.1", "1.1", "NaN"})
    void shouldRefuseWhatIsNoShare(String share) {
        Settings settings = Settings.of(Map.of("snapshot.removals", share));

        assertThatThrownBy(() -> DelimitedFeed.all(settings, Given.CLOCK, new MemoryRecords()))
                .isInstanceOf(SettingsException.class)
                .hasMessage("snapshot.removals is \"" + share
                        + "\", but must be a share from 0 to 1, such as 0.1 for a tenth.");
    }

    private Settings settings() {
        return Settings.of(Map.of("mappings.directory", folder.toString()));
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}
