package org.chartwarden.reports.packet;

import java.time.Instant;
import java.util.Locale;

/**
 * A document, by what the hash chain knows of it.
 *
 * @param evidence in which file of the packet it is
 * @param id as the chain calls it: of a revision of an alert, the alert's id, @ and its number
 * @param version as the chain counts it
 * @param time its @timestamp
 * @param sha256 its fingerprint
 */
record Fingerprinted(Evidence evidence, String id, long version, Instant time, String sha256) {

    /** What the chain knows it by, at whatever version. */
    LeafId leafId() {
        return new LeafId(evidence.leafKind().name().toLowerCase(Locale.ROOT), id);
    }

    /**
     * One document in the chain.
     *
     * @param kind in lower case
     */
    record LeafId(String kind, String id) {}
}
