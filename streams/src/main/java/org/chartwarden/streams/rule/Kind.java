package org.chartwarden.streams.rule;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwarden.yaml.Fields;

/** The kinds of rule, and the keys of a rule's file that only some of them have. */
enum Kind {
    MATCH("where"),
    THRESHOLD("where", "count", "distinct", "run", "per", "except", "moreThan", "within", "baseline"),
    SEQUENCE("steps", "per", "within"),
    FIRST_SEEN("where", "value", "among", "learning", "forget"),
    ACCUMULATE("where", "weight", "once", "halfLife", "moreThan");

    private final List<String> keys;

    Kind(String... keys) {
        this.keys = List.of(keys);
    }

    /** The keys of all kinds, each once. */
    static Stream<String> allKeys() {
        return Arrays.stream(values()).flatMap(kind -> kind.keys.stream()).distinct();
    }

    /** Reports each key that stands there and belongs to other kinds. */
    void refuseOthers(Fields rule) {
        allKeys().filter(key -> rule.has(key) && !keys.contains(key)).forEach(key -> {
            String kinds = Arrays.stream(values())
                    .filter(kind -> kind.keys.contains(key))
                    .map(Fields::wordOf)
                    .collect(Collectors.joining(", "));
            rule.problem(key, "is only allowed with kind: " + kinds);
        });
    }
}
