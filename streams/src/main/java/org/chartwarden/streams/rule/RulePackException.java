package org.chartwarden.streams.rule;

import java.util.List;

/** The rule files cannot be used. The message lists everything that is wrong, one a line. */
public final class RulePackException extends RuntimeException {

    private final List<String> problems;

    RulePackException(List<String> problems) {
        super("The rules were refused:\n" + String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each as {@code file:line:column: what, and what is allowed}. */
    public List<String> problems() {
        return problems;
    }
}
