/**
 * Whether Elasticsearch has what Kafka says. Both sides are written to disk, divided by id, and then joined part by part;
 * nothing is kept in memory but one part, the counts of each hour, and a bit for each record that is to be written again.
 */
package org.chartwarden.sink.reconcile;
