package org.chartwarden.streams.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The files of the built-in rules. */
final class BuiltInRules {

    private static final String FOLDER = "/rules/";

    private BuiltInRules() {}

    /** Their names, from a list, since the entries of a jar cannot be listed portably. */
    static List<String> names() {
        return content("pack.txt")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    static String content(String name) {
        try (InputStream content = BuiltInRules.class.getResourceAsStream(FOLDER + name)) {
            if (content == null) {
                throw new IllegalStateException("the resource " + FOLDER + name + " is missing");
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + FOLDER + name + " could not be read", e);
        }
    }
}
