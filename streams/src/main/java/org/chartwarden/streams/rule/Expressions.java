package org.chartwarden.streams.rule;

import java.util.Optional;
import org.chartwarden.yaml.Fields;
import org.chartwarden.yaml.Problems;

/** Reads the expressions of one rule's file. What is wrong is reported, and then empty. */
record Expressions(ExpressionCompiler compiler, Problems problems) {

    /** One that must be there. */
    <T> Optional<Expression<T>> required(Fields fields, String key, Class<T> type) {
        return fields.scalar(key).flatMap(text -> compiler.compile(text, type, problems));
    }

    /** One that may be there. */
    <T> Optional<Expression<T>> optional(Fields fields, String key, Class<T> type) {
        return fields.has(key) ? required(fields, key, type) : Optional.empty();
    }

    /** A number of parameters alone, so that it is known when the rule is loaded. */
    Optional<Double> number(Fields fields, String key, double most) {
        return required(fields, key, Number.class).flatMap(expression -> constant(fields, key, expression, most));
    }

    /** A whole number of parameters alone. */
    Optional<Integer> whole(Fields fields, String key, int most) {
        return required(fields, key, Long.class)
                .flatMap(expression -> constant(fields, key, expression, most))
                .map(Double::intValue);
    }

    private static Optional<Double> constant(
            Fields fields, String key, Expression<? extends Number> expression, double most) {
        try {
            double value = expression.ofParameters().doubleValue();
            if (value >= 0 && value <= most) {
                return Optional.of(value);
            }
            fields.problem(key, "must be from 0 to " + Math.round(most));
        } catch (RuleEvaluationException e) {
            fields.problem(key, "may speak of numbers and parameters only");
        }
        return Optional.empty();
    }
}
