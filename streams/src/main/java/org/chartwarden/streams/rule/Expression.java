package org.chartwarden.streams.rule;

/**
 * A CEL expression, checked for its type when its rule was loaded, with the rule's parameters bound. Safe for use by
 * many threads.
 */
public final class Expression<T> {

    private final String text;
    private final Evaluation evaluation;
    private final Class<T> result;

    Expression(String text, Evaluation evaluation, Class<T> result) {
        this.text = text;
        this.evaluation = evaluation;
        this.result = result;
    }

    /** As it stands in the rule's file. */
    public String text() {
        return text;
    }

    /**
     * Its value for one access.
     *
     * @throws RuleEvaluationException when there is none, such as for the first element of an empty list
     */
    public T of(Facts facts) {
        Object value = evaluation.of(facts);
        if (result.isInstance(value)) {
            return result.cast(value);
        }
        // CEL's "unknown": the expression depends on something that was not given.
        throw RuleEvaluationException.unknown();
    }

    /**
     * Its value when it speaks of parameters alone.
     *
     * @throws RuleEvaluationException when it speaks of the access
     */
    T ofParameters() {
        return of(null);
    }
}
