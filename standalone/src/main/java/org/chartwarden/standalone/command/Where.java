package org.chartwarden.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.standalone.StackException;
import org.chartwarden.standalone.data.DataDirectory;
import org.chartwarden.standalone.system.LocalSystem;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which Chartwarden a command speaks to. */
final class Where {

    @Mixin
    private DataFolder data;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "${env:CHARTWARDEN_CONFIG}",
            description = "Settings of a Chartwarden that runs elsewhere, instead of --data.")
    private Path config;

    /**
     * The settings of the running Chartwarden: the one that was named, else the one that runs here.
     *
     * @throws StackException when none runs
     */
    Settings settings() {
        if (config != null) {
            return Settings.load(config, System.getenv());
        }
        return data.running()
                .map(folder -> Settings.load(LocalSystem.settingsFile(folder), System.getenv()))
                .orElseThrow(() -> new StackException("No Chartwarden runs in " + data
                        + ": start one with ./chartwarden up, or name its settings with --config."));
    }

    /** As {@link #settings}, but empty when none was named and none runs. */
    Optional<Settings> settingsIfRunning() {
        return config == null && data.running().isEmpty() ? Optional.empty() : Optional.of(settings());
    }

    /** As {@link #settings}, else those with which {@code up} would read files here: with the site's own mappings. */
    Settings settingsToRead() {
        return settingsIfRunning().orElseGet(() -> {
            Settings settings = Settings.load(null, System.getenv());
            Path mappings = data.site().resolve(DataDirectory.MAPPINGS);
            return settings.optional(Setting.MAPPINGS_DIRECTORY).isEmpty() && Files.isDirectory(mappings)
                    ? settings.with(Map.of(Setting.MAPPINGS_DIRECTORY.key(), mappings.toString()))
                    : settings;
        });
    }

    /** The folder of the site's own rules: of what runs, else of what {@code up} would start; empty when there is none. */
    Optional<Path> ruleFolder() {
        Optional<Settings> running = settingsIfRunning();
        return running.isPresent()
                ? running.get().optional(Setting.STREAMS_RULES_DIRECTORY).map(Path::of)
                : Optional.of(data.site().resolve(DataDirectory.RULES)).filter(Files::isDirectory);
    }

    /** Where the services that run here answer /health and /metrics, by name; empty with --config. */
    Map<String, Integer> servicePorts() {
        if (config != null) {
            return Map.of();
        }
        return data.running().map(LocalSystem::servicePorts).orElse(Map.of());
    }

    /** Whether a folder holds the data of what runs here, or lies in it. */
    boolean holdsData(Path folder) throws IOException {
        return data.overlaps(folder);
    }
}
