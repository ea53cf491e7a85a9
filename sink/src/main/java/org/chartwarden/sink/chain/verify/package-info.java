/**
 * Walks the hash chain and holds it against Elasticsearch. Kafka and Elasticsearch are each read once from begin to end,
 * in any order, and meet in files: so memory stays small however much there is.
 */
package org.chartwarden.sink.chain.verify;
