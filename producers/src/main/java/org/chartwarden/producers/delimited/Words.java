package org.chartwarden.producers.delimited;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.Action;
import org.chartwarden.model.MemberKind;
import org.chartwarden.model.Outcome;
import org.chartwarden.yaml.Fields;

/** The words that need no vocabulary, in upper or lower case. Each is empty when the word is not known. */
final class Words {

    private Words() {}

    static Optional<Action> action(String word) {
        return constant(word, Action.class);
    }

    static Optional<AccessCategory> category(String word) {
        return constant(word, AccessCategory.class);
    }

    static Optional<MemberKind> memberKind(String word) {
        return constant(word, MemberKind.class);
    }

    /** By its name, or by its code in FHIR R4 and DICOM PS3.15. */
    static Optional<Outcome> outcome(String word) {
        return switch (word) {
            case "0" -> Optional.of(Outcome.SUCCESS);
            case "4" -> Optional.of(Outcome.MINOR_FAILURE);
            case "8" -> Optional.of(Outcome.SERIOUS_FAILURE);
            case "12" -> Optional.of(Outcome.MAJOR_FAILURE);
            default -> constant(word, Outcome.class);
        };
    }

    static Optional<Boolean> flag(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y", "1" -> Optional.of(true);
            case "false", "no", "n", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** Its English name, the first three letters of that, or its number in ISO 8601. */
    static Optional<DayOfWeek> day(String word) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> day.name().equalsIgnoreCase(word)
                        || day.name().substring(0, 3).equalsIgnoreCase(word)
                        || Integer.toString(day.getValue()).equals(word))
                .findFirst();
    }

    private static <E extends Enum<E>> Optional<E> constant(String word, Class<E> type) {
        String normal = word.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> Fields.wordOf(constant).equals(normal))
                .findFirst();
    }
}
