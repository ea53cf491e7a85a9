package org.chartwarden.streams.explain;

import java.util.List;
import org.chartwarden.model.MemberKind;

/**
 * A device or a system did its own work: it has no curiosity. Its habits are watched by rules of their own; a human being
 * who uses its account is not believed.
 */
record SystemWork(double strength) implements Reason {

    static Reason of(FamilySettings settings) {
        return new SystemWork(settings.strength());
    }

    @Override
    public Finding examine(Situation situation) {
        if (situation.user().kind() == MemberKind.PERSON) {
            return Finding.NOTHING;
        }
        if (situation.access().getInteractive()) {
            return Finding.missing("A human being used an account that belongs to a device or a system");
        }
        String text = "The account belongs to a device or a system, and no human being used it";
        return Finding.found(Explanations.resting(Family.SYSTEM_WORK, strength, text, List.of()));
    }
}
