package org.chartwarden.streams.rule;

import java.util.Map;
import java.util.stream.Stream;
import org.chartwarden.model.Alert;
import org.chartwarden.serde.AvroSerializer;

/** A rule of each kind, small enough for tests of what alerts do. */
public final class SampleRules {

    static {
        // Avro trusts our classes, of which some defaults consist, from the first serializer on.
        try (AvroSerializer<Alert> first = new AvroSerializer<>()) {
            first.configure(Map.of("schema.registry.url", "mock://trust"), false);
        }
    }

    /** Alone on one access; explained in hindsight within a day. */
    public static final String VIP =
            rule("vip", """
                    kind: match
                    where: patient.vip && access.opened && !access.explained
                    group: {by: [user, patient], for: P1D}
                    grace: P1D
                    """, "{user.id: u1, patient.id: p1, patient.vip: true}", "{user.id: u1, patient.id: p1}");

    /** More than two patients within an hour. */
    public static final String MANY = rule(
            "many",
            """
                    kind: threshold
                    where: access.opened && !access.explained
                    distinct: patient.id
                    moreThan: 2
                    within: PT1H
                    group: {by: [user], for: P1D}
                    grace: PT4H
                    """,
            "{user.id: u1, patient.id: \"p{n}\", repeat: 3, every: PT1M}",
            "{user.id: u1, patient.id: \"p{n}\", repeat: 2, every: PT1M}");

    /** More than two users on one patient within a day, without grace. */
    public static final String CROWD = rule(
            "crowd",
            """
                    kind: threshold
                    subject: patient
                    where: access.opened && !access.explained
                    distinct: user.id
                    moreThan: 2
                    within: P1D
                    group: {by: [patient], for: P1D}
                    """,
            "{user.id: \"u{n}\", patient.id: p1, repeat: 3, every: PT1M}",
            "{user.id: \"u{n}\", patient.id: p1, repeat: 2, every: PT1M}");

    /** The scores of hits add up, halved each week: three high ones at once, but not one a week. */
    public static final String RISK = rule(
            "risk",
            """
                    kind: accumulate
                    where: "true"
                    weight: double(access.hitScore) * (1.0 + 0.5 * double(user.confirmed))
                    once: patient.id + access.day
                    halfLife: P7D
                    moreThan: 180
                    group: {by: [user], for: P7D}
                    """,
            "{user.id: u1, patient.id: \"p{n}\", access.hitScore: 73, repeat: 3, every: PT1M}",
            "{user.id: u1, patient.id: \"p{n}\", access.hitScore: 73, repeat: 2, every: PT1M}");

    /** More than peers in a day. */
    public static final String PEERS = rule(
            "peers",
            """
                    kind: threshold
                    where: access.opened
                    distinct: patient.id
                    baseline: {of: peers, sigmas: 3, atLeast: 2}
                    group: {by: [user], for: P1D}
                    """,
            "{user.id: u1, user.departments: [d], user.roles: [r], patient.id: \"p{n}\", repeat: 9, every: PT1M}",
            "{user.id: u1, patient.id: \"p{n}\", repeat: 2, every: PT1M}",
            ", peers: {users: 5, median: 2, deviation: 1}");

    private SampleRules() {}

    /** Reads them. */
    public static RulePack pack(String... texts) {
        return new RulePack(Stream.of(texts)
                .flatMap(text -> RulePack.of("sample.yaml", text).rules().stream())
                .toList());
    }

    private static String rule(String id, String detection, String fires, String silent, String... beside) {
        return """
                id: %1$s
                version: 1
                name: The rule %1$s
                meaning: For tests.
                %2$sseverity: high
                mail: true
                reason: "Fired %1$s."
                investigate: [Look.]
                falsePositives: [None.]
                references: [None]
                examples:
                  fires:
                    - {name: fires, accesses: [%3$s]%5$s}
                    - {name: fires again, accesses: [%3$s]%5$s}
                  silent:
                    - {name: silent, accesses: [%4$s]%5$s}
                    - {name: silent again, accesses: [%4$s]%5$s}
                """.formatted(id, detection, fires, silent, String.join("", beside));
    }
}
