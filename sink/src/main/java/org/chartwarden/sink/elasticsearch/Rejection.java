package org.chartwarden.sink.elasticsearch;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that Elasticsearch will never take.
 *
 * @param reason why, without the record's contents
 */
public record Rejection(ConsumerRecord<String, byte[]> source, String reason) {}
