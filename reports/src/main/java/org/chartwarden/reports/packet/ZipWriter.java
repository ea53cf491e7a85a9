package org.chartwarden.reports.packet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Packs the files of a folder. */
final class ZipWriter {

    private ZipWriter() {}

    /** The files of a folder as they will be packed. */
    static List<PackedFile> list(Path folder) throws IOException {
        List<PackedFile> files = new ArrayList<>();
        long offset = 0;
        for (Path path : sorted(folder)) {
            PackedFile file = PackedFile.of(path, offset);
            files.add(file);
            offset = file.end();
        }
        if (offset + ZipLayout.directory(files).length > ZipLayout.MOST_BYTES) {
            throw new IOException("The packet would have " + offset + " bytes, but a ZIP file holds no more than "
                    + ZipLayout.MOST_BYTES + ".");
        }
        return files;
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        }
    }

    /** @param target an empty file that is there already, so that its owner has said who may read it */
    static void write(Path folder, Path target) throws IOException {
        List<PackedFile> files = list(folder);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            for (PackedFile file : files) {
                out.write(ZipLayout.header(file));
                Files.copy(folder.resolve(file.name()), out);
            }
            out.write(ZipLayout.directory(files));
        }
    }
}
