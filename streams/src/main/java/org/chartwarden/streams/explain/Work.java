package org.chartwarden.streams.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.yaml.Fields;

/**
 * Work that a role does on some kinds of care, wherever in the hospital, such as coding an encounter.
 *
 * @param name in the words of an explanation
 * @param roles words; a user has the role when one of theirs contains all words of one of these, side by side
 * @param kinds what is worked on
 * @param window when, around the care
 */
record Work(String name, List<String> roles, List<CareKind> kinds, CareWindow window) {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    Work {
        roles = roles.stream().map(Work::spaced).toList();
        kinds = List.copyOf(kinds);
    }

    /** @param usersRoles each {@linkplain #spaced spaced} */
    boolean isDoneBy(List<String> usersRoles) {
        return usersRoles.stream().anyMatch(users -> roles.stream().anyMatch(users::contains));
    }

    /** In lower case, with one space around each word: "lab" is in " lab technician ", but not in " labour ward ". */
    static String spaced(String role) {
        return " "
                + BETWEEN_WORDS
                        .matcher(role.toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip() + " ";
    }

    boolean isOn(CareEvent care) {
        return kinds.contains(care.getKind());
    }

    /** A kind as files spell it, such as laboratory; empty, once reported, when it is none that explains. */
    static Optional<CareKind> kind(String word, Fields fields) {
        Optional<CareKind> kind = Arrays.stream(CareKind.values())
                .filter(Work::isAllowed)
                .filter(each -> word(each).equals(word))
                .findFirst();
        if (kind.isEmpty()) {
            fields.problem("care", "names \"" + word + "\", but each must be one of " + allowedKinds());
        }
        return kind;
    }

    static String allowedKinds() {
        return Arrays.stream(CareKind.values())
                .filter(Work::isAllowed)
                .map(Work::word)
                .collect(Collectors.joining(", "));
    }

    private static boolean isAllowed(CareKind kind) {
        return kind != CareKind.RELATED_PERSON;
    }

    private static String word(CareKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
