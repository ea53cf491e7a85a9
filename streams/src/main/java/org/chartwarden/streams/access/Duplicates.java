package org.chartwarden.streams.access;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.chartwarden.service.SourceMeter;

/** Told of each access that was recognised as a copy of a known one, as often as it was taken from a source. */
@FunctionalInterface
public interface Duplicates {

    /** @param copy the headers of the record that was recognised; they name its source */
    void recognised(Headers copy);

    /** Counts them by source, as the sources count what they recognise themselves. */
    static Duplicates countedIn(MeterRegistry meters) {
        return copy -> {
            Header source = copy.lastHeader(org.chartwarden.topic.Headers.SOURCE);
            if (source != null) { // who writes to the topic without us names none
                SourceMeter.duplicates(meters, new String(source.value(), StandardCharsets.UTF_8))
                        .increment();
            }
        };
    }
}
