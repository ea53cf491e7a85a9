package org.chartwarden.reports.packet;

import java.util.function.Consumer;
import org.chartwarden.model.ChainLink;

/** The links of the hash chain, from wherever they are kept. */
@FunctionalInterface
public interface LinkSource {

    /** Hands over every link, in their order. */
    void forEach(Consumer<ChainLink> visitor);
}
