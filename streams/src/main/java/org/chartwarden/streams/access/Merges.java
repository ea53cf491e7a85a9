package org.chartwarden.streams.access;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.chartwarden.model.Patient;

/**
 * Where what belongs to a patient goes on to, when the record was merged into another one (HL7 A40, Patient.link of type
 * replaced-by). Each patient's task knows only its own merge, so a chain is walked hop by hop.
 */
final class Merges {

    private Merges() {}

    /**
     * One hop.
     *
     * @param to the patient to go to
     * @param passed where it came by, this patient included
     */
    record Hop(String to, List<String> passed) {}

    /**
     * The next hop; empty where it may stay. Records that were merged into each other in a circle are an error of the
     * source; everything then stays with the smallest id of the circle, wherever it came in.
     *
     * @param patient what is on record at this id; null when nothing is
     * @param passed where it came by
     */
    static Optional<Hop> next(String at, Patient patient, List<String> passed) {
        String to = patient == null ? null : patient.getReplacedBy();
        if (to == null || to.equals(at)) {
            return Optional.empty();
        }
        boolean again = passed.contains(at);
        List<String> way = new ArrayList<>(passed);
        if (!again) {
            way.add(at);
        }
        int circleBegins = way.indexOf(to);
        if (circleBegins < 0) {
            return Optional.of(new Hop(to, way));
        }
        List<String> circle = again ? way : way.subList(circleBegins, way.size());
        return Collections.min(circle).equals(at) ? Optional.empty() : Optional.of(new Hop(to, List.copyOf(circle)));
    }
}
