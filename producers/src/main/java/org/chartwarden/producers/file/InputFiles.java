package org.chartwarden.producers.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a path. */
public final class InputFiles {

    private InputFiles() {}

    /**
     * The file itself; or all files in and below a folder in the order of their paths, except hidden ones: programs
     * write those before they rename them.
     */
    public static List<Path> of(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        Path folder = path.toRealPath(); // a walk does not enter a folder that is itself a link
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> !isHidden(folder.relativize(file)))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isHidden(Path relative) {
        for (Path name : relative) {
            if (name.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
