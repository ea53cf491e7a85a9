package org.chartwarden.streams.explain;

import java.util.List;
import java.util.Optional;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.CareEvent;
import org.chartwarden.streams.context.Person;

/**
 * An access by a user to a patient's record, with what is on record of both.
 *
 * @param care of the patient, without what was cancelled
 * @param earlierCare id of the user's newest earlier access to this patient that care on record explained, if it is
 *     recent enough
 */
record Situation(AccessEvent access, Person user, List<CareEvent> care, Optional<String> earlierCare) {

    Situation {
        care = List.copyOf(care);
    }
}
