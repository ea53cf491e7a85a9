package org.chartwarden.streams.explain;

import java.time.Instant;
import java.util.List;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareStatus;
import org.chartwarden.streams.text.Words;

/**
 * The user declared an emergency ("broke the glass", 45 CFR 164.312(a)(2)(ii)), and care bears it out, since it begins
 * around the access. That somebody has lain in the house for weeks, or is only expected, is no emergency.
 *
 * @param window around the begin of the care
 */
record EmergencyCare(double strength, CareWindow window) implements Reason {

    static Reason of(FamilySettings settings) {
        return new EmergencyCare(settings.strength(), settings.window());
    }

    @Override
    public Finding examine(Situation situation) {
        if (!situation.access().getEmergency()) {
            return Finding.NOTHING;
        }
        Instant time = situation.access().getTime();
        List<CareEvent> care =
                situation.care().stream().filter(each -> bearsOut(each, time)).toList();
        if (care.isEmpty()) {
            return Finding.missing("The user declared an emergency, but no care began within "
                    + Words.of(window.before()) + " after or " + Words.of(window.after()) + " before the access");
        }
        String text = "The user declared an emergency, and the patient has " + CareWords.of(care) + " of that time";
        return Finding.found(Explanations.of(Family.EMERGENCY_CARE, strength, text, care));
    }

    private boolean bearsOut(CareEvent care, Instant time) {
        if (care.getStatus() == CareStatus.PLANNED) {
            return false;
        }
        return switch (care.getKind()) {
            case ENCOUNTER, ORDER, LABORATORY, IMAGING, REFERRAL, MEDICATION -> window.coversStart(care, time);
            // These are arranged beforehand, and go on for months.
            case APPOINTMENT, CARE_TEAM, RESEARCH, RELATED_PERSON, OTHER -> false;
        };
    }
}
