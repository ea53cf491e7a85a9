/**
 * From files, folders and streams to Kafka; and where a raw record ends, whichever door it came through.
 */
package org.chartwarden.producers.ingest;
