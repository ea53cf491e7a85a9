package org.chartwarden.reports;

import java.io.IOException;
import org.chartwarden.reports.csv.CsvFile;

/** One question, answered from Elasticsearch: every line of the answer as CSV, and what people read as pages. */
public interface Report {

    /** What its files are called, without an ending: lower-case letters, digits, hyphens and dots, nobody's identifier. */
    String name();

    /**
     * Reads once, so that pages and lines tell the same: lines go to the file as they are read, and only what the pages
     * show stays in memory.
     *
     * @param lines still empty; whoever gave it closes it
     * @throws IOException when Elasticsearch does not answer or the file cannot be written
     */
    ReportPages read(CsvFile lines) throws IOException;
}
