package org.chartwarden.producers;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chartwarden.producers.atna.AtnaFeed;
import org.chartwarden.producers.delimited.DelimitedFeed;
import org.chartwarden.producers.fhir.FhirFeed;
import org.chartwarden.producers.hl7.Hl7Feed;
import org.chartwarden.producers.kafka.KafkaKnownRecords;
import org.chartwarden.producers.source.Feed;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;

/** Every kind of records that comes in files. A new one is added here. */
public final class AllFeeds {

    private AllFeeds() {}

    /** By name. */
    public static Map<String, Feed> of(Settings settings, Clock clock) {
        List<Feed> feeds = new ArrayList<>(FhirFeed.all(clock, settings.zone(Setting.SITE_ZONE)));
        feeds.add(new AtnaFeed(clock, settings.zone(Setting.SITE_ZONE)));
        feeds.add(new Hl7Feed(settings, clock));
        feeds.addAll(DelimitedFeed.all(settings, clock, new KafkaKnownRecords(settings)));
        Map<String, Feed> byName = new TreeMap<>();
        for (Feed feed : feeds) {
            if (byName.put(feed.name(), feed) != null) {
                throw new SettingsException("Two feeds are named " + feed.name() + ": give the mapping in "
                        + Setting.MAPPINGS_DIRECTORY.key() + " another name");
            }
        }
        return byName;
    }
}
