package org.chartwarden.streams.explain;

import java.util.List;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;

/** Care in words. */
final class CareWords {

    private CareWords() {}

    /** Such as "an encounter", or "care" when it is of several kinds. */
    static String of(List<CareEvent> care) {
        List<CareKind> kinds = care.stream().map(CareEvent::getKind).distinct().toList();
        return kinds.size() == 1 ? of(kinds.get(0)) : "care";
    }

    /** Such as "An encounter", to begin a sentence. */
    static String first(List<CareEvent> care) {
        String words = of(care);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String of(CareKind kind) {
        return switch (kind) {
            case ENCOUNTER -> "an encounter";
            case APPOINTMENT -> "an appointment";
            case CARE_TEAM -> "a care team";
            case ORDER -> "an order";
            case LABORATORY -> "a laboratory order";
            case IMAGING -> "an imaging order";
            case REFERRAL -> "a referral";
            case MEDICATION -> "a medication order";
            case RESEARCH -> "a research study";
            case RELATED_PERSON, OTHER -> "care";
        };
    }
}
