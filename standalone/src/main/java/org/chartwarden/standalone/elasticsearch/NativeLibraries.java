package org.chartwarden.standalone.elasticsearch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Puts {@code libzstd} where Elasticsearch looks for it. Its distribution ships the library, Maven Central does not; the
 * jar {@code io.airlift:aircompressor-v3} carries the same one. Without it an index with the codec
 * {@code best_compression} turns red.
 */
final class NativeLibraries {

    private NativeLibraries() {}

    static void install(Path home) throws IOException {
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        String file = System.mapLibraryName("zstd");
        String resource = "aircompressor/" + (mac ? "macos" : "linux") + (arm ? "-aarch64/" : "-amd64/") + file;
        try (InputStream library = NativeLibraries.class.getClassLoader().getResourceAsStream(resource)) {
            if (library == null) {
                throw new IOException("No zstd library for " + System.getProperty("os.name") + " on "
                        + System.getProperty("os.arch") + " (" + resource + " is not on the class path)");
            }
            Path folder =
                    home.resolve("lib/platform").resolve((mac ? "darwin" : "linux") + (arm ? "-aarch64" : "-x64"));
            Files.copy(library, Files.createDirectories(folder).resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
