package org.chartwarden.streams.explain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.chartwarden.yaml.Fields;

/**
 * What the files say of one family: each value from the first file that has it. What is wrong is reported and stands in
 * as nothing, so that reading goes on; a configuration with problems is never used.
 */
final class FamilySettings {

    /** Care is not kept longer, see docs/topics.md. */
    static final Duration LONGEST = Duration.ofDays(400);

    private static final List<String> WORK_KEYS = List.of("name", "roles", "care", "before", "after");

    private final List<Fields> layers;

    /** @param layers the site's own first, the built-in ones last */
    FamilySettings(List<Fields> layers) {
        this.layers = List.copyOf(layers);
    }

    double strength() {
        return share("strength");
    }

    /** From 0 to 1. */
    double share(String key) {
        return value(key, "a number from 0 to 1", Shares::parse).orElse(0.0);
    }

    /** A whole number from 0. */
    int count(String key) {
        return value(key, "a whole number from 0", Integer::parseUnsignedInt).orElse(0);
    }

    /** The keys before and after. */
    CareWindow window() {
        return new CareWindow(span("before"), span("after"));
    }

    Duration span(String key) {
        return span(layer(key), key);
    }

    /** The table of role-based work; a site's replaces the built-in one. */
    List<Work> work() {
        return layer("work").maps("work", WORK_KEYS).stream().map(this::work).toList();
    }

    private Work work(Fields fields) {
        List<String> roles = fields.texts("roles");
        List<String> kinds = fields.texts("care");
        if (roles.isEmpty()) {
            fields.problem("roles", "must name at least one role");
        }
        if (kinds.isEmpty()) {
            fields.problem("care", "must name at least one of " + Work.allowedKinds());
        }
        return new Work(
                fields.text("name").orElse(""),
                roles,
                kinds.stream().flatMap(kind -> Work.kind(kind, fields).stream()).toList(),
                new CareWindow(span(fields, "before"), span(fields, "after")));
    }

    private Duration span(Fields fields, String key) {
        Duration span = fields.span(key).orElse(Duration.ZERO);
        if (span.compareTo(LONGEST) > 0) {
            fields.problem(key, "must not be longer than " + LONGEST.toDays() + " days, since care is kept no longer");
        }
        return span;
    }

    private <T> Optional<T> value(String key, String allowed, Function<String, T> parser) {
        return layer(key).value(key, allowed, parser);
    }

    private Fields layer(String key) {
        return layers.stream()
                .filter(fields -> fields.has(key))
                .findFirst()
                .orElseGet(() -> layers.get(layers.size() - 1));
    }
}
