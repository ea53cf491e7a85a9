package org.chartwarden.standalone.backtest;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.settings.Settings;
import org.chartwarden.standalone.check.TopicReader;
import org.chartwarden.topic.Topics;

/** What the topology judged, read back from its topic. */
public final class RecordedAccesses {

    private RecordedAccesses() {}

    /**
     * The newest judgement of each access whose time lies in the span, in the order of time. All of them are held in
     * memory; the topic reaches back a month.
     *
     * @param since from then on; null for the topic's begin
     * @param until before then; null for now
     */
    public static List<ExplainedAccess> read(Settings settings, Instant since, Instant until) {
        Map<String, ExplainedAccess> newest = new HashMap<>();
        new TopicReader(settings).read(Topics.EXPLAINED, entry -> {
            Instant time = entry.value().getAccess().getTime();
            if ((since == null || !time.isBefore(since)) && (until == null || time.isBefore(until))) {
                newest.merge(entry.value().getAccess().getEventId(), entry.value(), RecordedAccesses::newer);
            }
        });
        return newest.values().stream()
                .sorted(Comparator.comparing(
                                (ExplainedAccess access) -> access.getAccess().getTime())
                        .thenComparing(access -> access.getAccess().getEventId()))
                .toList();
    }

    private static ExplainedAccess newer(ExplainedAccess one, ExplainedAccess other) {
        return other.getRevision() >= one.getRevision() ? other : one;
    }
}
