package org.chartwarden.streams.rule;

/** How the value of an expression, or of a part of one, is found. */
@FunctionalInterface
interface Evaluation {

    /**
     * @param facts of the access; null when only parameters are known
     * @throws RuleEvaluationException when there is no value
     */
    Object of(Facts facts);

    /** @throws RuleEvaluationException also when the value is none of the wanted type */
    default boolean is(Facts facts) {
        if (of(facts) instanceof Boolean value) {
            return value;
        }
        throw RuleEvaluationException.unknown();
    }
}
