package org.chartwarden.standalone.demo;

import java.io.IOException;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.search.AuditSearch;

/** What has come out so far, for the line under a progress bar. */
final class LiveCounts implements AutoCloseable {

    private final AuditSearch search;

    LiveCounts(Settings settings) {
        this.search = AuditSearch.open(settings);
    }

    @Override
    public String toString() {
        try {
            AuditSearch.Counts counts = search.counts();
            return "%,d indexed, %,d explained, %,d alerts"
                    .formatted(counts.accesses(), counts.explained(), counts.alerts());
        } catch (IOException e) {
            return "nothing indexed yet"; // the bar goes on; the report will say what is missing
        }
    }

    @Override
    public void close() throws IOException {
        search.close();
    }
}
