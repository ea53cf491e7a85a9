package org.chartwarden.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.chartwarden.standalone.data.DataDirectory;
import org.chartwarden.standalone.system.LocalSystem;
import picocli.CommandLine.Option;

/** Where what runs on this machine keeps its data. */
final class DataFolder {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:CHARTWARDEN_DATA:-${sys:chartwarden.home:-.}/data}",
            description = "Folder of what runs here, as demo or up was given it (default: data, beside the launcher).")
    private Path data;

    /** Where demo keeps its data: anew at each start. */
    Path demo() {
        return data.resolve("demo");
    }

    /** Where up keeps its data. */
    Path site() {
        return data.resolve("site");
    }

    /** Where bench keeps its data: anew at each run. */
    Path bench() {
        return data.resolve("bench");
    }

    /** Where score keeps its data: anew at each run. */
    Path score() {
        return data.resolve("score");
    }

    /** The folder of the system that runs: the one that up started, else the demo. */
    Optional<Path> running() {
        return Stream.of(site(), demo())
                .filter(DataDirectory::isInUse)
                .filter(folder -> Files.exists(LocalSystem.settingsFile(folder)))
                .findFirst();
    }

    /** Whether a folder holds this one or lies in it. */
    boolean overlaps(Path folder) throws IOException {
        if (!Files.isDirectory(folder) || !Files.exists(data)) {
            return false;
        }
        Path one = folder.toRealPath();
        Path other = data.toRealPath();
        return one.startsWith(other) || other.startsWith(one);
    }

    @Override
    public String toString() {
        return data.toString();
    }
}
