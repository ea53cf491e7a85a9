package org.chartwarden.producers.ingest;

/**
 * What an ingestion has read, and where it went. The law: read = produced + dead-lettered + ignored.
 *
 * @param read raw records: lines, resources, entries of Bundles
 * @param produced understood, and acknowledged by Kafka
 * @param deadLettered not understood, and kept in the dead-letter topic
 * @param ignored understood, and of a kind that nothing needs
 */
public record IngestReport(long read, long produced, long deadLettered, long ignored) {

    public IngestReport {
        if (read != produced + deadLettered + ignored) {
            throw new IllegalArgumentException("%d read, but %d produced + %d dead-lettered + %d ignored"
                    .formatted(read, produced, deadLettered, ignored));
        }
    }
}
