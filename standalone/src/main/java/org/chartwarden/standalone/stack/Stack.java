package org.chartwarden.standalone.stack;

import java.net.URI;

/** The real servers that Chartwarden's services need, wherever they run: embedded, in containers, elsewhere. */
public interface Stack {

    /** Kafka's brokers, {@code host:port[,host:port…]}. */
    String bootstrapServers();

    /** The base address of the registry's Confluent API. */
    URI schemaRegistryUrl();

    /** The base address of Elasticsearch's REST API. */
    URI elasticsearchUrl();

    /** Where mail is handed in. */
    SmtpAddress smtp();
}
