package org.chartwarden.streams.rule;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import java.util.Map;
import java.util.Optional;

/**
 * A CEL expression, checked for its type when its rule was loaded, with the rule's parameters bound. Safe for use by
 * many threads.
 */
public final class Expression<T> {

    private final String text;
    private final CelRuntime.Program program;
    private final Map<String, Object> parameters;
    private final Class<T> result;

    Expression(String text, CelRuntime.Program program, Map<String, Object> parameters, Class<T> result) {
        this.text = text;
        this.program = program;
        this.parameters = Map.copyOf(parameters);
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
        return evaluate(
                name -> Optional.ofNullable(parameters.get(name)).or(() -> Optional.ofNullable(facts.value(name))));
    }

    /**
     * Its value when it speaks of parameters alone.
     *
     * @throws RuleEvaluationException when it speaks of the access
     */
    T ofParameters() {
        return evaluate(name -> Optional.ofNullable(parameters.get(name)));
    }

    private T evaluate(CelVariableResolver values) {
        try {
            Object value = program.eval(values);
            if (result.isInstance(value)) {
                return result.cast(value);
            }
            // CEL's "unknown": the expression depends on something that was not given.
            throw new RuleEvaluationException("a condition has no value: something in it is not known");
        } catch (CelEvaluationException e) {
            // Without the cause: its message may quote a fact.
            throw new RuleEvaluationException("a condition has no value: " + e.getErrorCode());
        }
    }
}
