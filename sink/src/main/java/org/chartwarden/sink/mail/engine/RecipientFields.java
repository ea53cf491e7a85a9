package org.chartwarden.sink.mail.engine;

import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chartwarden.model.Severity;
import org.chartwarden.yaml.Fields;

/**
 * Reads one recipient of {@link RecipientsFile}. What is wrong is reported, and what was read with problems is never used.
 *
 * @param facilities ids of the departments of each
 * @param hourlyLimit of a recipient without one
 */
record RecipientFields(Map<String, Set<String>> facilities, int hourlyLimit) {

    static final List<String> KEYS = List.of(
            "address",
            "immediate",
            "hourly",
            "daily",
            "daily-at",
            "rules",
            "except-rules",
            "facilities",
            "quiet-hours",
            "hourly-limit");
    static final List<String> ESCALATION_KEYS = List.of("address", "after", "severities");

    private static final List<String> QUIET_KEYS = List.of("from", "until", "except");
    private static final String TIME_OF_DAY = "a time of day in quotes, such as \"07:30\"";
    private static final LocalTime MORNING = LocalTime.of(7, 30);
    private static final Map<Severity, Delivery> USUAL = Map.of(
            Severity.CRITICAL, Delivery.IMMEDIATE,
            Severity.HIGH, Delivery.IMMEDIATE,
            Severity.MEDIUM, Delivery.HOURLY,
            Severity.LOW, Delivery.DAILY);

    Optional<Recipient> recipient(Fields fields) {
        Optional<String> address = address(fields);
        Map<Severity, Delivery> deliver = deliver(fields);
        LocalTime dailyAt = fields.has("daily-at") ? time(fields, "daily-at").orElse(MORNING) : MORNING;
        Interest interest = new Interest(
                new HashSet<>(fields.texts("rules")), new HashSet<>(fields.texts("except-rules")), departments(fields));
        Optional<QuietHours> quiet = fields.has("quiet-hours")
                ? fields.map("quiet-hours", QUIET_KEYS).flatMap(this::quietHours)
                : Optional.empty();
        int limit = limit(fields);
        return address.map(text -> new Recipient(text, deliver, dailyAt, interest, quiet, limit));
    }

    Optional<Escalation> escalation(Fields fields) {
        Duration after = fields.has("after") ? fields.span("after").orElse(Duration.ZERO) : Duration.ZERO;
        Set<Severity> severities =
                fields.has("severities") ? severities(fields, "severities") : Set.of(Severity.values());
        return address(fields).map(address -> new Escalation(address, after, severities));
    }

    private static Optional<String> address(Fields fields) {
        return fields.value("address", "one address, name@host", text -> {
            Addresses.parse(text);
            return text;
        });
    }

    private static Map<Severity, Delivery> deliver(Fields fields) {
        if (Stream.of(Delivery.values()).map(Fields::wordOf).noneMatch(fields::has)) {
            return USUAL;
        }
        Map<Severity, Delivery> deliver = new EnumMap<>(Severity.class);
        for (Delivery delivery : Delivery.values()) {
            String key = Fields.wordOf(delivery);
            for (Severity severity : severities(fields, key)) {
                Delivery before = deliver.put(severity, delivery);
                if (before != null) {
                    fields.problem(key, "names " + Fields.wordOf(severity) + ", as " + Fields.wordOf(before) + " does");
                }
            }
        }
        return deliver;
    }

    private static Set<Severity> severities(Fields fields, String key) {
        Set<Severity> severities = new HashSet<>();
        for (String text : fields.texts(key)) {
            try {
                severities.add(Fields.constant(text, Severity.class));
            } catch (IllegalArgumentException e) {
                fields.problem(key, "names \"" + text + "\", but may name " + Fields.choices(Severity.class));
            }
        }
        return severities;
    }

    private Set<String> departments(Fields fields) {
        Set<String> departments = new HashSet<>();
        for (String name : fields.texts("facilities")) {
            Set<String> known = facilities.get(name);
            if (known == null) {
                fields.problem("facilities", "names \"" + name + "\", which is none of the facilities of this file");
            } else {
                departments.addAll(known);
            }
        }
        return departments;
    }

    private Optional<QuietHours> quietHours(Fields fields) {
        Optional<LocalTime> from = time(fields, "from");
        Optional<LocalTime> until = time(fields, "until");
        Set<Severity> except = fields.has("except") ? severities(fields, "except") : Set.of(Severity.CRITICAL);
        if (from.isPresent() && from.equals(until)) {
            fields.problem("until", "must be another time than from");
            return Optional.empty();
        }
        return from.flatMap(begin -> until.map(end -> new QuietHours(begin, end, except)));
    }

    private static Optional<LocalTime> time(Fields fields, String key) {
        return fields.value(key, TIME_OF_DAY, LocalTime::parse);
    }

    private int limit(Fields fields) {
        if (!fields.has("hourly-limit")) {
            return hourlyLimit;
        }
        return fields.value("hourly-limit", "a whole number from 1", text -> {
                    int limit = Integer.parseUnsignedInt(text);
                    if (limit < 1) {
                        throw new IllegalArgumentException(text);
                    }
                    return limit;
                })
                .orElse(hourlyLimit);
    }
}
