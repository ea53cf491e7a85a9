package org.chartwarden.streams.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.chartwarden.model.CareEvent;

/** The user's role works on some kinds of care all over the hospital, such as billing on encounters. */
record RoleWork(double strength, List<Work> work) implements Reason {

    RoleWork {
        work = List.copyOf(work);
    }

    static Reason of(FamilySettings settings) {
        return new RoleWork(settings.strength(), settings.work());
    }

    @Override
    public Finding examine(Situation situation) {
        List<String> roles = situation.user().roles().stream().map(Work::spaced).toList();
        List<Work> own = work.stream().filter(each -> each.isDoneBy(roles)).toList();
        if (own.isEmpty()) {
            return Finding.NOTHING;
        }
        List<String> names = new ArrayList<>();
        List<CareEvent> evidence = new ArrayList<>();
        for (Work each : own) {
            List<CareEvent> current =
                    Evidence.of(situation, each.window(), each::isOn).current();
            if (!current.isEmpty()) {
                names.add(each.name());
                evidence.addAll(current);
            }
        }
        if (names.isEmpty()) {
            return Finding.missing(
                    "The user's work, " + words(own) + ", has nothing of the patient on record to work on");
        }
        String text = "The user's work, " + String.join(" and ", names) + ", is on " + CareWords.of(evidence)
                + " that the patient has";
        return Finding.found(Explanations.of(
                Family.ROLE_WORK, strength, text, evidence.stream().distinct().toList()));
    }

    private static String words(List<Work> own) {
        return own.stream().map(Work::name).collect(Collectors.joining(" and "));
    }
}
