package org.chartwarden.standalone.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.search.AuditSearch;

/** What has come out so far, for the line under a progress bar; asked at most once a second. */
final class LiveCounts implements AutoCloseable {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final AuditSearch search;
    private Instant asked = Instant.MIN;
    private String latest = "nothing indexed yet";

    LiveCounts(Settings settings) {
        this.search = AuditSearch.open(settings);
    }

    @Override
    public String toString() {
        Instant now = Instant.now();
        if (asked.isBefore(now.minus(FRESH))) {
            asked = now;
            latest = ask();
        }
        return latest;
    }

    private String ask() {
        try {
            AuditSearch.Counts counts = search.counts();
            return "%,d indexed, %,d explained, %,d alerts"
                    .formatted(counts.accesses(), counts.explained(), counts.alerts());
        } catch (IOException e) {
            return latest; // the bar goes on; the report will say what is missing
        }
    }

    @Override
    public void close() throws IOException {
        search.close();
    }
}
