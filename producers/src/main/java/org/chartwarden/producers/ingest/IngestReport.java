package org.chartwarden.producers.ingest;

/**
 * What an ingestion has read, and where it went. The law: read = produced + dead-lettered + ignored. Of a file that is
 * not yet finished it is also a place to go on from: its first {@code read} records need not be sent again.
 *
 * @param read raw records: lines, rows, resources, entries of Bundles
 * @param produced understood, and acknowledged by Kafka
 * @param deadLettered not understood, and kept in the dead-letter topic
 * @param ignored understood, and of a kind that nothing needs
 */
public record IngestReport(long read, long produced, long deadLettered, long ignored) {

    /** Of a file that is yet to be begun. */
    public static final IngestReport NOTHING = new IngestReport(0, 0, 0, 0);

    public IngestReport {
        if (read != produced + deadLettered + ignored) {
            throw new IllegalArgumentException("%d read, but %d produced + %d dead-lettered + %d ignored"
                    .formatted(read, produced, deadLettered, ignored));
        }
    }

    /** Both together. */
    public IngestReport plus(IngestReport other) {
        return new IngestReport(
                read + other.read,
                produced + other.produced,
                deadLettered + other.deadLettered,
                ignored + other.ignored);
    }
}
