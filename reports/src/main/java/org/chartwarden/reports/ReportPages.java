package org.chartwarden.reports;

import java.util.Objects;
import org.chartwarden.reports.pdf.PdfDocument;

/**
 * What people read of a report.
 *
 * @param document the pages, not written yet
 * @param summary one line for the terminal: counts only, no identifiers
 */
public record ReportPages(PdfDocument document, String summary) {

    public ReportPages {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(summary, "summary");
    }
}
