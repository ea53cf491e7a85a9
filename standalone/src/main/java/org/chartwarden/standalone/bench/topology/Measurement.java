package org.chartwarden.standalone.bench.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.ToDoubleFunction;
import org.chartwarden.standalone.bench.Median;

/**
 * What one variant's process measured, and how it tells it to the one that started it.
 *
 * @param runs one after the other, on growing state
 * @param changelogRecords for one event, on average over all runs
 * @param repartitionRecords the same
 * @param outputRecords the same: what the topology wrote into the topics of the catalogue
 * @param profileBytes of a user's profile at the end, on average; 0 where there is none
 * @param largestProfileBytes of the largest
 */
public record Measurement(
        List<Slice> runs,
        double changelogRecords,
        double repartitionRecords,
        double outputRecords,
        double profileBytes,
        double largestProfileBytes) {

    public Measurement {
        runs = List.copyOf(runs);
    }

    public double eventsASecond() {
        return median(Slice::eventsASecond);
    }

    public double cpuMicros() {
        return median(Slice::cpuMicros);
    }

    double brokerCpuMicros() {
        return median(Slice::brokerCpuMicros);
    }

    private double median(ToDoubleFunction<Slice> figure) {
        return Median.of(runs.stream().mapToDouble(figure).toArray());
    }

    Properties asProperties() {
        Properties properties = new Properties();
        put(properties, "runs", runs.size());
        for (int index = 0; index < runs.size(); index++) {
            Slice run = runs.get(index);
            put(properties, "events." + index, run.events());
            put(properties, "seconds." + index, run.seconds());
            put(properties, "cpu." + index, run.cpuSeconds());
            put(properties, "broker." + index, run.brokerCpuSeconds());
        }
        put(properties, "changelog", changelogRecords);
        put(properties, "repartition", repartitionRecords);
        put(properties, "output", outputRecords);
        put(properties, "profile", profileBytes);
        put(properties, "profile.largest", largestProfileBytes);
        return properties;
    }

    static Measurement of(Properties properties) {
        List<Slice> runs = new ArrayList<>();
        for (int index = 0; index < (int) get(properties, "runs"); index++) {
            runs.add(new Slice(
                    (int) get(properties, "events." + index),
                    get(properties, "seconds." + index),
                    get(properties, "cpu." + index),
                    get(properties, "broker." + index)));
        }
        return new Measurement(
                runs,
                get(properties, "changelog"),
                get(properties, "repartition"),
                get(properties, "output"),
                get(properties, "profile"),
                get(properties, "profile.largest"));
    }

    private static void put(Properties properties, String key, double value) {
        properties.setProperty(key, Double.toString(value));
    }

    private static double get(Properties properties, String key) {
        return Double.parseDouble(properties.getProperty(key));
    }
}
