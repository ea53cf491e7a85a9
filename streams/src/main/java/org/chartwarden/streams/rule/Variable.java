package org.chartwarden.streams.rule;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwarden.model.ExplainedAccess;

/**
 * What a condition can speak of. A text that the source did not give is empty, a number that is not known is -1. Where an
 * example says nothing, a fact is that of an ordinary, unexplained, successful reading of an unknown patient's record by
 * an unknown user.
 *
 * @param word as it stands in a condition
 * @param ordinary its value where an example says nothing: a Boolean, Long, Double, String or List of String
 * @param meaning in words
 * @param allowed the only texts that it can have; empty when there is no such list
 * @param reader where its value comes from
 */
public record Variable(String word, Object ordinary, String meaning, List<String> allowed, Reader reader) {

    /** Apart, because the lists are made of this class and could not be made while it is loaded. */
    private static final class Vocabulary {

        static final List<Variable> ALL = Stream.of(AccessVariables.ALL, UserVariables.ALL, PatientVariables.ALL)
                .flatMap(List::stream)
                .toList();

        static final Map<String, Variable> BY_WORD =
                ALL.stream().collect(Collectors.toMap(Variable::word, Function.identity()));
    }

    /** Where a value comes from. */
    sealed interface Reader {

        /** From the access; an example may tell it. */
        record Told(Function<ExplainedAccess, Object> of) implements Reader {}

        /** From other facts, so that an example cannot contradict itself. */
        record Derived(Function<Facts, Object> of) implements Reader {}
    }

    /** All of them, those of the access first. */
    public static List<Variable> all() {
        return Vocabulary.ALL;
    }

    static Optional<Variable> of(String word) {
        return Optional.ofNullable(Vocabulary.BY_WORD.get(word));
    }

    /** It follows from other facts; an example cannot tell it. */
    public boolean derived() {
        return reader instanceof Reader.Derived;
    }

    /** Its type in CEL. */
    public CelType type() {
        if (ordinary instanceof Boolean) {
            return SimpleType.BOOL;
        }
        if (ordinary instanceof Long) {
            return SimpleType.INT;
        }
        if (ordinary instanceof Double) {
            return SimpleType.DOUBLE;
        }
        return ordinary instanceof String ? SimpleType.STRING : ListType.create(SimpleType.STRING);
    }

    static Variable told(String word, Object ordinary, String meaning, Function<ExplainedAccess, Object> of) {
        return new Variable(word, ordinary, meaning, List.of(), new Reader.Told(of));
    }

    /** One that has an enum's names as its values, which its reader gives. */
    static Variable choice(String word, Enum<?> ordinary, String meaning, Function<ExplainedAccess, Enum<?>> of) {
        List<String> allowed = Arrays.stream(ordinary.getDeclaringClass().getEnumConstants())
                .map(Enum::name)
                .toList();
        return new Variable(
                word,
                ordinary.name(),
                meaning,
                allowed,
                new Reader.Told(access -> of.apply(access).name()));
    }

    static Variable derived(String word, Object ordinary, String meaning, Function<Facts, Object> of) {
        return new Variable(word, ordinary, meaning, List.of(), new Reader.Derived(of));
    }

    static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }

    static Long number(Integer value) {
        return value == null ? -1L : value.longValue();
    }
}
