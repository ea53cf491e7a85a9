package org.chartwarden.standalone.bench.topology;

/**
 * One run of one variant.
 *
 * @param events how many accesses were read
 * @param seconds until the last of them had come out
 * @param cpuSeconds processor time of the topology's process meanwhile
 * @param brokerCpuSeconds that of the broker's process
 */
public record Slice(int events, double seconds, double cpuSeconds, double brokerCpuSeconds) {

    private static final double MICROS = 1e6;

    double eventsASecond() {
        return events / seconds;
    }

    /** Processor time of the topology for one event. */
    double cpuMicros() {
        return cpuSeconds * MICROS / events;
    }

    double brokerCpuMicros() {
        return brokerCpuSeconds * MICROS / events;
    }
}
