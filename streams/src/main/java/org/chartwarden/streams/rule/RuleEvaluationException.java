package org.chartwarden.streams.rule;

/** A condition had no value for an access. The message never quotes the access. */
public final class RuleEvaluationException extends RuntimeException {

    RuleEvaluationException(String message) {
        super(message);
    }
}
