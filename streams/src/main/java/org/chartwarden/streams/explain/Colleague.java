package org.chartwarden.streams.explain;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwarden.model.CareEvent;

/** Somebody with the user's department and role is named on care of the patient, or asked for it. */
record Colleague(double strength, CareWindow window) implements Reason {

    static Reason of(FamilySettings settings) {
        return new Colleague(settings.strength(), settings.window());
    }

    @Override
    public Finding examine(Situation situation) {
        Set<String> own = Set.copyOf(situation.user().groups());
        if (own.isEmpty()) {
            return Finding.NOTHING;
        }
        List<CareEvent> current = Evidence.of(
                        situation, window, care -> named(care).findAny().isPresent())
                .current();
        Set<String> colleagues = current.stream()
                .flatMap(Colleague::named)
                .distinct()
                .filter(userId -> !userId.equals(situation.access().getUserId()))
                .filter(userId -> isColleague(userId, own, situation))
                .collect(Collectors.toSet());
        if (colleagues.isEmpty()) {
            return current.isEmpty()
                    ? Finding.NOTHING
                    : Finding.missing("Nobody with the user's department and role is named on care of the patient");
        }
        List<CareEvent> evidence = current.stream()
                .filter(care -> named(care).anyMatch(colleagues::contains))
                .toList();
        String text = "A colleague with the user's department and role is named on " + CareWords.of(evidence)
                + " of the patient";
        return Finding.found(Explanations.of(Family.COLLEAGUE, strength, text, evidence));
    }

    private static Stream<String> named(CareEvent care) {
        return Stream.concat(care.getPractitionerIds().stream(), care.getRequesterIds().stream());
    }

    private static boolean isColleague(String userId, Set<String> own, Situation situation) {
        return situation.surroundings().person(userId).at(situation.access().getTime()).groups().stream()
                .anyMatch(own::contains);
    }
}
