package org.chartwarden.reports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chartwarden.reports.csv.CsvFile;

/**
 * A report that was written.
 *
 * @param files which only their owner may read
 * @param summary one line for the terminal: counts only, no identifiers
 */
public record ReportFiles(List<Path> files, String summary) {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** How a report can be written. */
    public enum Format {
        PDF(".pdf"),
        CSV(".csv");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }
    }

    public ReportFiles {
        files = List.copyOf(files);
    }

    /**
     * Reads the report and writes its files. When that fails, none is left.
     *
     * @param folder is there
     * @param formats at least one
     * @throws FileAlreadyExistsException when a file of the report is there already
     * @throws IOException when Elasticsearch does not answer or a file cannot be written
     */
    public static ReportFiles write(Report report, Path folder, Set<Format> formats) throws IOException {
        List<Path> files = new ArrayList<>();
        try {
            Path pdf = create(report, folder, formats, Format.PDF, files);
            Path csv = create(report, folder, formats, Format.CSV, files);
            ReportPages pages;
            try (CsvFile lines = CsvFile.open(open(csv))) {
                pages = report.read(lines);
            }
            if (pdf != null) {
                try (OutputStream out = open(pdf)) {
                    pages.document().write(out);
                }
            }
            return new ReportFiles(files, pages.summary());
        } catch (IOException | RuntimeException e) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            throw e;
        }
    }

    /** @return null when this format is not wanted */
    private static Path create(Report report, Path folder, Set<Format> formats, Format format, List<Path> files)
            throws IOException {
        if (!formats.contains(format)) {
            return null;
        }
        Path file = Files.createFile(folder.resolve(report.name() + format.ending), OWNER_ONLY);
        files.add(file);
        return file;
    }

    private static OutputStream open(Path file) throws IOException {
        return file == null ? OutputStream.nullOutputStream() : new BufferedOutputStream(Files.newOutputStream(file));
    }
}
