package org.chartwarden.producers.delimited;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;
import org.chartwarden.yaml.Position;
import org.chartwarden.yaml.Problems;
import org.chartwarden.yaml.YamlFile;

/** The mappings that come with Chartwarden, and those of the site's folder, which replace one of the same name. */
final class Mappings {

    /** Of the ready mappings; the entries of a jar cannot be listed portably. */
    static final List<String> READY = List.of(
            "access-log",
            "epic-access-log",
            "openemr-log",
            "workforce",
            "workforce-changes",
            "leave",
            "leave-changes",
            "shifts",
            "shifts-changes",
            "weekly-shifts",
            "watch-list",
            "watch-list-changes");

    private static final String SUFFIX = ".yaml";

    private final ZoneId siteZone;
    private final Problems problems = new Problems();
    private final Map<String, Mapping> mappings = new TreeMap<>();

    private Mappings(ZoneId siteZone) {
        this.siteZone = siteZone;
    }

    /**
     * All mappings in the order of their names.
     *
     * @throws SettingsException naming everything that is wrong in any file of the site's folder
     */
    static List<Mapping> load(Settings settings) {
        Mappings loading = new Mappings(settings.zone(Setting.SITE_ZONE));
        READY.forEach(loading::ready);
        settings.optional(Setting.MAPPINGS_DIRECTORY).map(Path::of).ifPresent(loading::folder);
        if (loading.problems.count() > 0) {
            throw new SettingsException(Setting.MAPPINGS_DIRECTORY.key() + " has mappings that cannot be used:\n"
                    + String.join("\n", loading.problems.lines()));
        }
        return List.copyOf(loading.mappings.values());
    }

    /**
     * Reads one mapping.
     *
     * @param problems is told what is wrong
     */
    static Optional<Mapping> read(String name, String content, ZoneId siteZone, Problems problems) {
        return MappingReader.read(new YamlFile(name, content, problems), siteZone);
    }

    private void ready(String name) {
        read(name + SUFFIX, content(name), siteZone, problems)
                .ifPresent(mapping -> mappings.put(mapping.name(), mapping));
    }

    /** The file of a ready mapping. */
    static String content(String name) {
        String resource = "/mappings/" + name + SUFFIX;
        try (InputStream content = Mappings.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + resource + " could not be read", e);
        }
    }

    private void folder(Path folder) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.list(folder)) {
            found.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .forEach(file -> site(file, files));
        } catch (IOException e) {
            throw new SettingsException(
                    Setting.MAPPINGS_DIRECTORY.key() + " is \"" + folder + "\", which cannot be read: "
                            + e.getMessage(),
                    e);
        }
    }

    private void site(Path file, Map<String, String> files) {
        String fileName = file.getFileName().toString();
        try {
            read(fileName, YamlFile.textOf(file), siteZone, problems).ifPresent(mapping -> {
                String other = files.putIfAbsent(mapping.name(), fileName);
                if (other != null) {
                    problems.add(
                            new Position(fileName, 1, 1),
                            "the name \"" + mapping.name() + "\" is that of the mapping in " + other + " too");
                }
                mappings.put(mapping.name(), mapping);
            });
        } catch (IOException e) {
            problems.add(new Position(fileName, 1, 1), "cannot be read: " + e.getMessage());
        }
    }
}
