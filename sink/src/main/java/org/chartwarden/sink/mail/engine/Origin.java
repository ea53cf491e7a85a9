package org.chartwarden.sink.mail.engine;

import java.time.Instant;

/** Where a record stands in its topic, and since when. */
public record Origin(int partition, long offset, Instant written) {}
