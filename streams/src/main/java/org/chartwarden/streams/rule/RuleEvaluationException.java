package org.chartwarden.streams.rule;

/** A condition had no value for an access. The message never quotes the access. */
public final class RuleEvaluationException extends RuntimeException {

    RuleEvaluationException(String message) {
        super(message);
    }

    static RuleEvaluationException unknown() {
        return new RuleEvaluationException("a condition has no value: something in it is not known");
    }
}
