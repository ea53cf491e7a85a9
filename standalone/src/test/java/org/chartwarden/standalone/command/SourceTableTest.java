package org.chartwarden.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.chartwarden.service.Counters;
import org.chartwarden.service.Counters.Count;
import org.chartwarden.service.ServiceEndpoint;
import org.chartwarden.service.SourceMeter;
import org.chartwarden.service.SourceMeter.SourceCount;
import org.chartwarden.standalone.check.SourceLine;
import org.chartwarden.standalone.terminal.Terminal;
import org.junit.jupiter.api.Test;

class SourceTableTest {

    private final PrometheusMeterRegistry producers = ServiceEndpoint.newMeters();
    private final PrometheusMeterRegistry streams = ServiceEndpoint.newMeters();

    @Test
    void shouldShowEachSourceOnceWithWhatAllServicesCount() {
        SourceMeter mllp = new SourceMeter(producers, "mllp", Clock.systemUTC());
        mllp.add(SourceCount.IGNORED, 1);
        mllp.lag(() -> Duration.ofSeconds(90));
        SourceMeter http = new SourceMeter(producers, "fhir-http", Clock.systemUTC());
        http.add(SourceCount.RECEIVED, 1_234_567);
        http.add(SourceCount.PRODUCED, 1_234_560);
        http.add(SourceCount.DUPLICATE, 2);
        http.add(SourceCount.DEAD_LETTERED, 5);
        SourceMeter.duplicates(streams, "fhir-http").increment(40);
        SourceMeter.duplicates(streams, "inbox-fhir-audit").increment();
        new Counters(streams).add(Count.DUPLICATE, 41);

        assertThat(table()).isEqualTo("""

                Sources (counts since the services' start)
                ──────────────────────────────────────────
                                            received      produced     duplicate dead-lettered       ignored       lag
                  fhir-http                1,234,567     1,234,560            42             5             0       0 s
                  inbox-fhir-audit                 0             0             1             0             0       0 s
                  mllp                             0             0             0             0             1      90 s
                """);
    }

    @Test
    void shouldMakeRoomForALongName() {
        new SourceMeter(producers, "inbox-watch-list-changes", Clock.systemUTC());
        new SourceMeter(producers, "mllp", Clock.systemUTC());

        assertThat(table()).isEqualTo("""

                Sources (counts since the services' start)
                ──────────────────────────────────────────
                                                received      produced     duplicate dead-lettered       ignored       lag
                  inbox-watch-list-changes             0             0             0             0             0       0 s
                  mllp                                 0             0             0             0             0       0 s
                """);
    }

    @Test
    void shouldPrintNothingWithoutSources() {
        assertThat(table()).isEmpty();
    }

    private String table() {
        StringWriter printed = new StringWriter();
        SourceTable.print(
                new Terminal(new PrintWriter(printed)), SourceLine.of(List.of(producers.scrape(), streams.scrape())));
        return printed.toString().replace(System.lineSeparator(), "\n");
    }
}
