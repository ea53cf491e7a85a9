package org.chartwarden.standalone.bench.topology;

/** How much of the data's way is run. */
enum Part {
    /** Reads each access and writes it: what broker, Kafka Streams and serdes cost by themselves. */
    PASS_THROUGH,
    /** Explains, and judges nothing. */
    EXPLAIN,
    /** Everything. */
    ALL
}
