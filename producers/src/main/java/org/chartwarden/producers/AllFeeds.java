package org.chartwarden.producers;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chartwarden.producers.fhir.FhirFeed;
import org.chartwarden.producers.source.Feed;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;

/** Every kind of records that comes in files. A new one is added here. */
public final class AllFeeds {

    private AllFeeds() {}

    /** By name. */
    public static Map<String, Feed> of(Settings settings, Clock clock) {
        List<Feed> feeds = new ArrayList<>(FhirFeed.all(clock, settings.zone(Setting.SITE_ZONE)));
        Map<String, Feed> byName = new TreeMap<>();
        feeds.forEach(feed -> byName.put(feed.name(), feed));
        return byName;
    }
}
