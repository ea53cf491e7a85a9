package org.chartwarden.standalone.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;
import org.chartwarden.standalone.data.DataDirectory;
import org.chartwarden.standalone.system.LocalSystem;
import picocli.CommandLine.Option;

/** Which Chartwarden a command speaks to. */
final class Where {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:CHARTWARDEN_DATA:-${sys:chartwarden.home:-.}/data}",
            description = "Folder of what runs here, as demo or up was given it (default: data, beside the launcher).")
    private Path data;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "${env:CHARTWARDEN_CONFIG}",
            description = "Settings of a Chartwarden that runs elsewhere, instead of --data.")
    private Path config;

    /**
     * The settings of the running Chartwarden: the one that was named, else the one that up started, else the demo.
     *
     * @throws SettingsException when none runs
     */
    Settings settings() {
        if (config != null) {
            return Settings.load(config, System.getenv());
        }
        return running()
                .map(folder -> Settings.load(LocalSystem.settingsFile(folder), System.getenv()))
                .orElseThrow(() -> new SettingsException("No Chartwarden runs in " + data
                        + ": start one with ./chartwarden up, or name its settings with --config."));
    }

    /** Where the services that run here answer /health and /metrics, by name; empty with --config. */
    Map<String, Integer> servicePorts() {
        if (config != null) {
            return Map.of();
        }
        return running().map(LocalSystem::servicePorts).orElse(Map.of());
    }

    private Optional<Path> running() {
        return Stream.of(site(), demo())
                .filter(DataDirectory::isInUse)
                .filter(folder -> Files.exists(LocalSystem.settingsFile(folder)))
                .findFirst();
    }

    /** Where demo keeps its data: anew at each start. */
    Path demo() {
        return data.resolve("demo");
    }

    /** Where up keeps its data. */
    Path site() {
        return data.resolve("site");
    }
}
