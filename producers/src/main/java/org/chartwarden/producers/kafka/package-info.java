/**
 * The way into Kafka.
 */
package org.chartwarden.producers.kafka;
