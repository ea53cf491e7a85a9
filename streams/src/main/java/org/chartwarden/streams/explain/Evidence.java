package org.chartwarden.streams.explain;

import java.util.List;
import java.util.function.Predicate;
import org.chartwarden.model.CareEvent;

/**
 * The care of a patient that a reason looks for.
 *
 * @param all at any time
 * @param current around the access
 */
record Evidence(List<CareEvent> all, List<CareEvent> current) {

    static Evidence of(Situation situation, CareWindow window, Predicate<CareEvent> wanted) {
        List<CareEvent> all = situation.care().stream().filter(wanted).toList();
        return new Evidence(
                all,
                all.stream()
                        .filter(care -> window.covers(care, situation.access().getTime()))
                        .toList());
    }
}
