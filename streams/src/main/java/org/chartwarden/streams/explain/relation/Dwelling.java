package org.chartwarden.streams.explain.relation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chartwarden.model.Address;

/**
 * An address as people compare it.
 *
 * @param line its words; empty when not known
 * @param street the same without house number and flat; empty when none can be told
 */
record Dwelling(List<String> line, List<String> street, String postalCode, String city) {

    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("street", "st"),
            Map.entry("road", "rd"),
            Map.entry("avenue", "ave"),
            Map.entry("drive", "dr"),
            Map.entry("lane", "ln"),
            Map.entry("boulevard", "blvd"),
            Map.entry("court", "ct"),
            Map.entry("place", "pl"),
            Map.entry("apartment", "apt"));

    private static final String STRASSE = "strasse";
    private static final Pattern NINE_DIGITS = Pattern.compile("\\d{9}");
    private static final Pattern HOUSE_NUMBER = Pattern.compile("\\d+\\p{L}?");

    /** From here on a line tells of a flat. */
    private static final Set<String> FLAT = Set.of("apt", "unit", "flat", "suite", "ste", "floor", "room", "whg");

    /** All who have a box at one post office are no neighbours. */
    private static final Set<String> BOX = Set.of("box", "postfach", "apartado", "bp");

    /** @param address null when not known */
    static Dwelling of(Address address) {
        if (address == null) {
            return new Dwelling(List.of(), List.of(), "", "");
        }
        List<String> line = Arrays.stream(Folded.words(address.getLine()))
                .map(Dwelling::shortened)
                .toList();
        return new Dwelling(line, street(line), postalCode(address), String.join(" ", Folded.words(address.getCity())));
    }

    private static String shortened(String word) {
        // Hauptstraße and Hauptstr. are one street.
        String known = SHORT.get(word);
        if (known != null) {
            return known;
        }
        return word.endsWith(STRASSE) ? word.substring(0, word.length() - STRASSE.length()) + "str" : word;
    }

    private static String postalCode(Address address) {
        String code = String.join("", Folded.words(address.getPostalCode()));
        // Of a ZIP+4 code, only some systems keep the last four.
        return NINE_DIGITS.matcher(code).matches() ? code.substring(0, 5) : code;
    }

    /** "12 Elm St Apt 3" and "Elm Street 14b" are in "elm st"; "5th Avenue" keeps its number. */
    private static List<String> street(List<String> line) {
        List<String> words =
                line.stream().takeWhile(word -> !FLAT.contains(word)).toList();
        if (words.stream().anyMatch(BOX::contains)) {
            return List.of();
        }
        List<String> named = words.stream().dropWhile(Dwelling::isHouseNumber).toList();
        return named.size() < words.size() ? named : withoutNumberBehind(words);
    }

    /** In much of the world the number stands behind the street: "Hauptstr 14", "Hauptstr 14 b". */
    private static List<String> withoutNumberBehind(List<String> words) {
        int end = words.size();
        while (end > 1 && (isHouseNumber(words.get(end - 1)) || isLetterOfNumber(words, end - 1))) {
            end--;
        }
        return words.subList(0, end);
    }

    private static boolean isLetterOfNumber(List<String> words, int index) {
        return words.get(index).length() == 1 && isHouseNumber(words.get(index - 1));
    }

    private static boolean isHouseNumber(String word) {
        return HOUSE_NUMBER.matcher(word).matches();
    }

    boolean isSameAddress(Dwelling other) {
        return !line.isEmpty() && line.equals(other.line) && isSamePlace(other);
    }

    boolean isSameStreet(Dwelling other) {
        return !street.isEmpty() && street.equals(other.street) && isSamePlace(other);
    }

    /** A postal code tells places of one name apart; where one is missing, the name must do. */
    private boolean isSamePlace(Dwelling other) {
        boolean codes = Stream.of(postalCode, other.postalCode).noneMatch(String::isEmpty);
        return codes ? postalCode.equals(other.postalCode) : !city.isEmpty() && city.equals(other.city);
    }
}
