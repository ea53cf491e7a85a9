package org.chartwarden.producers.http;

import java.util.Optional;
import java.util.Set;

/**
 * Who sends.
 *
 * @param name of the token; empty when none was asked for
 * @param may what is taken from this sender
 */
record Sender(Optional<String> name, Set<Accepted> may) {

    Sender {
        may = Set.copyOf(may);
    }
}
