package org.chartwarden.producers.http;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What somebody may send. Context explains accesses away: not everybody who may report them may do that. */
enum Accepted {
    /** AuditEvents. */
    AUDIT("audit"),
    /** Patients, care and staff. */
    CONTEXT("context");

    /** What is allowed, for messages. */
    static final String ALLOWED = "audit, context, or audit,context";

    private final String word;

    Accepted(String word) {
        this.word = word;
    }

    /** @return empty when the words are not {@link #ALLOWED} */
    static Optional<Set<Accepted>> parse(String words) {
        Set<Accepted> all = EnumSet.noneOf(Accepted.class);
        for (String word : words.split(",", -1)) {
            Optional<Accepted> known = Arrays.stream(values())
                    .filter(accepted -> accepted.word.equals(word.strip()))
                    .findFirst();
            if (known.isEmpty() || !all.add(known.get())) {
                return Optional.empty();
            }
        }
        return Optional.of(all);
    }
}
