package org.chartwarden.standalone.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwarden.service.SourceMeter;
import org.chartwarden.service.SourceMeter.SourceCount;

/**
 * What one source has done since the services started, summed over those that count it: what a source does not recognise
 * as a duplicate itself, the topology does after it was produced.
 *
 * @param counts of every kind, 0 where nothing was counted
 * @param lagSeconds how far the source is behind
 */
public record SourceLine(String source, Map<SourceCount, Long> counts, double lagSeconds) {

    /** Such as {@code chartwarden_source_received_total{source="mllp"} 3.0}. */
    private static final Pattern METRIC =
            Pattern.compile("(chartwarden_source_\\w+)\\{" + SourceMeter.LABEL + "=\"([^\"]*)\"} (\\S+)");

    public SourceLine {
        counts = Map.copyOf(counts);
    }

    /** A line of metrics tells of one source. */
    static boolean isOfSource(String line) {
        return METRIC.matcher(line).matches();
    }

    /**
     * Reads what services answer at /metrics.
     *
     * @param metrics one text a service, in Prometheus' form
     * @return by the sources' names
     */
    public static List<SourceLine> of(Collection<String> metrics) {
        Map<String, Map<String, Double>> values = new TreeMap<>();
        metrics.stream()
                .flatMap(String::lines)
                .map(METRIC::matcher)
                .filter(Matcher::matches)
                .forEach(line -> values.computeIfAbsent(line.group(2), source -> new TreeMap<>())
                        .merge(line.group(1), Double.parseDouble(line.group(3)), Double::sum));
        List<SourceLine> lines = new ArrayList<>();
        values.forEach((source, told) -> lines.add(of(source, told)));
        return lines;
    }

    private static SourceLine of(String source, Map<String, Double> values) {
        Map<SourceCount, Long> counts = new TreeMap<>();
        for (SourceCount count : SourceCount.values()) {
            counts.put(
                    count, values.getOrDefault(count.metric() + "_total", 0.0).longValue());
        }
        return new SourceLine(source, counts, values.getOrDefault(SourceMeter.LAG, 0.0));
    }
}
