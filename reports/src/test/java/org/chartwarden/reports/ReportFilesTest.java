package org.chartwarden.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.chartwarden.reports.ReportFiles.Format;
import org.chartwarden.reports.csv.CsvFile;
import org.chartwarden.reports.pdf.PdfDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {

    private static final Set<Format> BOTH = EnumSet.allOf(Format.class);

    @TempDir
    private Path folder;

    @Test
    void shouldWriteWhatOnlyTheOwnerMayRead() throws IOException {
        ReportFiles made = ReportFiles.write(new Sample(), folder, BOTH);

        assertThat(made.files()).containsExactly(folder.resolve("sample.pdf"), folder.resolve("sample.csv"));
        assertThat(made.summary()).isEqualTo("done");
        for (Path file : made.files()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(folder.resolve("sample.csv")).hasContent("\uFEFFcell\r\n");
    }

    @Test
    void shouldWriteOnlyWhatIsWanted() throws IOException {
        ReportFiles made = ReportFiles.write(new Sample(), folder, EnumSet.of(Format.PDF));

        assertThat(made.files()).containsExactly(folder.resolve("sample.pdf"));
        assertThat(Files.size(folder.resolve("sample.pdf"))).isPositive();
        assertThat(folder.resolve("sample.csv")).doesNotExist();
    }

    @Test
    void shouldReplaceNothing() throws IOException {
        Files.writeString(folder.resolve("sample.csv"), "mine");

        assertThatThrownBy(() -> ReportFiles.write(new Sample(), folder, BOTH))
                .isInstanceOf(FileAlreadyExistsException.class);

        assertThat(folder.resolve("sample.csv")).hasContent("mine");
        assertThat(folder.resolve("sample.pdf")).doesNotExist();
    }

    @Test
    void shouldLeaveNothingBehindWhenItFails() throws IOException {
        Report failing = new Sample() {

            @Override
            public ReportPages read(CsvFile lines) throws IOException {
                lines.line("half");
                throw new IOException("Elasticsearch went away");
            }
        };

        assertThatThrownBy(() -> ReportFiles.write(failing, folder, BOTH)).hasMessage("Elasticsearch went away");

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private static class Sample implements Report {

        @Override
        public String name() {
            return "sample";
        }

        @Override
        public ReportPages read(CsvFile lines) throws IOException {
            lines.line("cell");
            return new ReportPages(new PdfDocument(MadeReport.CONTEXT.title("Sample", "", List.of())), "done");
        }
    }
}
