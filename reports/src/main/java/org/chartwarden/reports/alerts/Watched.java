package org.chartwarden.reports.alerts;

/**
 * How much was watched.
 *
 * @param accesses on record
 * @param explained of these
 * @param late of these: they arrived too late to be judged by rules
 * @param notUnderstood dead letters: what could not be read or stored
 */
record Watched(long accesses, long explained, long late, long notUnderstood) {}
