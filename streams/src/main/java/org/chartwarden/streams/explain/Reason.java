package org.chartwarden.streams.explain;

import java.util.Optional;
import org.chartwarden.model.Explanation;

/** A family of reasons that account for accesses. */
interface Reason {

    /** Looks for the reason. The words name departments, but neither the patient nor other staff. */
    Finding examine(Situation situation);

    /**
     * What was found, or what was looked for and not found.
     *
     * @param missing in plain words; empty when there is nothing to say
     */
    record Finding(Optional<Explanation> explanation, Optional<String> missing) {

        static Finding found(Explanation explanation) {
            return new Finding(Optional.of(explanation), Optional.empty());
        }

        static Finding missing(String words) {
            return new Finding(Optional.empty(), Optional.of(words));
        }

        static final Finding NOTHING = new Finding(Optional.empty(), Optional.empty());
    }
}
