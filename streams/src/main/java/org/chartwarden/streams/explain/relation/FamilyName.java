package org.chartwarden.streams.explain.relation;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Family names as people compare them: without case, accents and hyphens, and each part of a double name by itself. */
public final class FamilyName {

    /** Parts that say nothing of kinship, since half a country bears them. */
    private static final Set<String> PARTICLES = Set.of(
            "al", "ap", "bin", "bint", "ben", "da", "das", "de", "degli", "del", "della", "den", "der", "des", "di",
            "do", "dos", "du", "e", "el", "ibn", "la", "las", "le", "los", "of", "san", "santa", "st", "te", "ten",
            "ter", "the", "van", "von", "vom", "y", "zu", "zum", "zur");

    private FamilyName() {}

    /**
     * The comparable parts: "García-Lopez" and "de Lopez" share "lopez".
     *
     * @param name null reads as empty
     */
    public static Set<String> parts(String name) {
        Set<String> all = Arrays.stream(Folded.words(name)).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> telling =
                all.stream().filter(part -> !PARTICLES.contains(part)).collect(Collectors.toUnmodifiableSet());
        return telling.isEmpty() ? Set.copyOf(all) : telling;
    }

    /** They share a part. False when one is not known. */
    static boolean isShared(String one, String other) {
        Set<String> parts = parts(other);
        return parts(one).stream().anyMatch(parts::contains);
    }
}
