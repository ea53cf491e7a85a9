package org.chartwarden.standalone.command;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.TypeConversionException;

/** Constants as they are typed: in lower case, with hyphens. */
final class Words {

    private Words() {}

    static String typed(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws TypeConversionException naming all that is allowed */
    static <E extends Enum<E>> E read(E[] constants, String word) {
        for (E constant : constants) {
            if (typed(constant).equalsIgnoreCase(word)) {
                return constant;
            }
        }
        throw new TypeConversionException("'" + word + "' is none of "
                + Stream.of(constants).map(Words::typed).collect(Collectors.joining(", ")));
    }
}
