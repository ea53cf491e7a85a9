package org.chartwarden.reports.packet;

import java.util.Objects;

/** What was found of a packet. */
public sealed interface PacketFindings {

    /**
     * The packet agrees with itself in every byte. That it is the one that was handed out shows in its digest only: see
     * {@link HandedOut}.
     *
     * @param manifestSha256 64 hexadecimal digits
     * @param documents whose fingerprints were computed anew
     */
    record Whole(PacketManifest manifest, String manifestSha256, long documents) implements PacketFindings {

        public Whole {
            Objects.requireNonNull(manifest, "manifest");
            Objects.requireNonNull(manifestSha256, "manifestSha256");
        }
    }

    /**
     * The packet was changed, or is none.
     *
     * @param what the first thing that is wrong, as a sentence without its full stop and without any contents
     */
    record Broken(String what) implements PacketFindings {

        public Broken {
            Objects.requireNonNull(what, "what");
        }
    }
}
