package org.chartwarden.sink.elasticsearch;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A document and the record it was made of, which is what is kept when the document is rejected.
 */
record SourcedDocument(Document document, ConsumerRecord<String, byte[]> source) {}
