package org.chartwarden.streams.explain;

import org.chartwarden.model.AccessEvent;

/**
 * An access that is no duplicate.
 *
 * @param late too old, or of a time that cannot be believed, to be judged
 */
public record Arrival(AccessEvent access, boolean late) {}
