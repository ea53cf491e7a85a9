package org.chartwarden.streams.rule;

/**
 * What became of an example.
 *
 * @param name the story's name
 * @param shouldFire what the example says
 * @param fired what the rule did
 */
public record ExampleOutcome(String ruleId, String name, boolean shouldFire, boolean fired) {

    /** The rule does what the example says. */
    public boolean passed() {
        return shouldFire == fired;
    }
}
