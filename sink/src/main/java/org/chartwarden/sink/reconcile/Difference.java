package org.chartwarden.sink.reconcile;

import java.time.Instant;

/**
 * One document in which the two sides differ.
 *
 * @param id of the document
 * @param time its @timestamp
 * @param detail where the record is, or which revisions there are
 */
public record Difference(Compared kind, Finding finding, String id, Instant time, String detail) {}
