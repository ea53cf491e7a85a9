package org.chartwarden.producers.source;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.chartwarden.service.Counters;
import org.chartwarden.service.SourceMeter;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;

/**
 * What every source is given.
 *
 * @param clock tells when something was received
 * @param output the way into Kafka, shared by all sources
 * @param counters of the whole service
 * @param meters where a source's own metrics are registered
 * @param feeds by name
 */
public record SourceContext(
        Settings settings,
        Clock clock,
        RecordOutput output,
        Counters counters,
        MeterRegistry meters,
        Map<String, Feed> feeds) {

    public SourceContext {
        feeds = Map.copyOf(feeds);
    }

    /** The way of one source's raw records, counted under its name. */
    public Delivery delivery(String source) {
        return new Delivery(source, output, counters, new SourceMeter(meters, source, clock), clock);
    }

    /** The site's time zone. */
    public ZoneId zone() {
        return settings.zone(Setting.SITE_ZONE);
    }
}
