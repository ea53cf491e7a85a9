package org.chartwarden.producers.net;

import java.util.Objects;
import java.util.Optional;

/**
 * Where and how a listener listens.
 *
 * @param name the source's, in origins and in the log
 * @param port 0 for any free one
 * @param tls empty for plain TCP
 */
public record StreamServerConfig(String name, String host, int port, Optional<TlsIdentity> tls, StreamLimits limits) {

    private static final int LARGEST_PORT = 65_535;

    public StreamServerConfig {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(tls, "tls");
        Objects.requireNonNull(limits, "limits");
        if (port < 0 || port > LARGEST_PORT) {
            throw new IllegalArgumentException("port must be 0 to " + LARGEST_PORT);
        }
    }
}
