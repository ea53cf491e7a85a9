package org.chartwarden.sink.elasticsearch;

import java.util.Locale;

/** How constants are spelt in documents. */
final class Names {

    private Names() {}

    static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
