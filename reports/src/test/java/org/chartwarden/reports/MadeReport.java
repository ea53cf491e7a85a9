package org.chartwarden.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chartwarden.reports.csv.CsvFile;

/**
 * A report as it came out.
 *
 * @param csv without its byte order mark, with line feeds only
 * @param pdf the text of its pages, each run of blanks as one
 * @param summary for the terminal
 */
public record MadeReport(String csv, String pdf, String summary) {

    public static final ReportContext CONTEXT = context("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z");

    public static ReportContext context(String since, String until) {
        return new ReportContext(
                "Test Hospital",
                ZoneId.of("Europe/Berlin"),
                new Span(Optional.of(Instant.parse(since)), Instant.parse(until)),
                Instant.parse("2026-02-10T09:00:00Z"),
                Optional.of("officer1"));
    }

    public static MadeReport of(Report report) throws IOException {
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        ReportPages pages;
        try (CsvFile lines = CsvFile.open(csv)) {
            pages = report.read(lines);
        }
        return new MadeReport(
                csv.toString(StandardCharsets.UTF_8).substring(1).replace("\r\n", "\n"),
                text(pdf(pages)),
                pages.summary());
    }

    private static byte[] pdf(ReportPages pages) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pages.document().write(pdf);
        return pdf.toByteArray();
    }

    /** Without the signs that only say where a word may break. */
    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace("\u200B", "").replaceAll("\\s+", " ");
        }
    }
}
