package org.chartwarden.producers.delimited;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.chartwarden.producers.source.Refusal;

/**
 * What one row tells, by the names of the mapping's fields. Each question is answered with empty when the row tells
 * nothing, and with a refusal that names the column when what it tells is not understood.
 */
record Told(Mapping mapping, Row row) {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,3}([.][0-9]{1,15})?");

    Optional<String> text(String field) throws Refusal {
        return words(field).stream().findFirst();
    }

    /** A text without which there is no record. */
    String required(String field) throws Refusal {
        Optional<String> text = text(field);
        if (text.isEmpty()) {
            throw missing(field);
        }
        return text.get();
    }

    List<String> list(String field) throws Refusal {
        return words(field);
    }

    boolean flag(String field, boolean untold) throws Refusal {
        return word(field, Words::flag).orElse(untold);
    }

    /** A word of a fixed set; the mapping's default when the row has another one. */
    <T> Optional<T> word(String field, Function<String, Optional<T>> known) throws Refusal {
        List<T> found = all(field, known);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    /** All words of a list of a fixed set. */
    <T> List<T> all(String field, Function<String, Optional<T>> known) throws Refusal {
        List<T> found = new ArrayList<>();
        for (String word : words(field)) {
            Optional<String> fallback = mapping.fields().get(field).wording().fallback();
            Optional<T> constant = known.apply(word).or(() -> fallback.flatMap(known));
            found.add(constant.orElseThrow(() ->
                    notUnderstood(field, "; a word that the mapping's values of " + field + " list is allowed too")));
        }
        return found;
    }

    Optional<Instant> instant(String field, Moments.Day day) throws Refusal {
        Optional<String> text = text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        for (TimeFormat format : mapping.fields().get(field).formats()) {
            Optional<Instant> instant = read(text.get(), format).flatMap(told -> Moments.of(told, mapping.zone(), day));
            if (instant.isPresent()) {
                return instant;
            }
        }
        throw notUnderstood(field, formats(field));
    }

    /** A time of day; 24:00 is midnight. */
    Optional<LocalTime> timeOfDay(String field) throws Refusal {
        Optional<String> text = text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.get().matches("24:00(:00)?")) {
            return Optional.of(LocalTime.MIDNIGHT);
        }
        for (TimeFormat format : mapping.fields().get(field).formats()) {
            Optional<TemporalAccessor> read = read(text.get(), format);
            if (read.isPresent() && read.get() instanceof LocalTime time) {
                return Optional.of(time);
            }
        }
        throw notUnderstood(field, formats(field));
    }

    Optional<Double> number(String field, double most) throws Refusal {
        Optional<String> text = text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        double number = DECIMAL.matcher(text.get()).matches() ? Double.parseDouble(text.get()) : Double.NaN;
        if (!(Math.abs(number) <= most)) {
            throw notUnderstood(field, " from -%.0f to %.0f".formatted(most, most));
        }
        return Optional.of(number);
    }

    /** How messages name the place of a field. */
    String path(String field) {
        return mapping.fields().get(field).path();
    }

    Refusal missing(String field) {
        return new Refusal(
                path(field), "is empty; " + mapping.kind().type(field).allowed() + " is required");
    }

    private List<String> words(String field) throws Refusal {
        FieldRule rule = mapping.fields().get(field);
        return rule == null ? List.of() : rule.words(row);
    }

    private static Optional<TemporalAccessor> read(String text, TimeFormat format) {
        try {
            return Optional.of(format.read(text));
        } catch (DateTimeException e) {
            return Optional.empty(); // the next format may fit
        }
    }

    private String formats(String field) {
        return ", written as "
                + String.join(
                        " or ",
                        mapping.fields().get(field).formats().stream()
                                .map(TimeFormat::text)
                                .toList());
    }

    private Refusal notUnderstood(String field, String more) {
        return new Refusal(
                path(field),
                "is not understood; allowed is " + mapping.kind().type(field).allowed() + more);
    }
}
