package org.chartwarden.streams.rule;

/** The texts of rules for tests. */
final class RuleText {

    private RuleText() {}

    static String valid() {
        return """
                id: sample
                version: 1
                name: A sample
                meaning: For a test.
                kind: match
                parameters: []
                where: access.opened && patient.vip
                severity: low
                group: {by: [user], for: P1D}
                mail: false
                reason: Because.
                examples:
                  fires:
                    - name: one
                      accesses: [{patient.vip: true}]
                  silent:
                    - name: none
                      accesses: [{patient.vip: false}]
                investigate: [Ask.]
                falsePositives: [None.]
                references: [None.]
                """;
    }

    static String threshold() {
        return valid().replace("kind: match", "kind: threshold")
                .replace("parameters: []", "parameters: [{name: most, type: int, value: 2, meaning: So many.}]")
                .replace("severity: low", "distinct: patient.id\nmoreThan: parameter.most\nwithin: PT1H\nseverity: low")
                .replace(
                        "accesses: [{patient.vip: true}]",
                        "accesses: [{user.id: u, patient.vip: true, patient.id: \"p{n}\", repeat: 3}]");
    }
}
