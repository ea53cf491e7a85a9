package org.chartwarden.streams.judge;

import java.util.Locale;
import org.chartwarden.model.Subject;

/** Names of the stores of one subject's judge. */
public final class JudgeStores {

    private final String prefix;

    private JudgeStores(Subject subject) {
        this.prefix = subject.name().toLowerCase(Locale.ROOT) + "-";
    }

    public static JudgeStores of(Subject subject) {
        return new JudgeStores(subject);
    }

    /** By the subject's key: what the rules remember. */
    public String profiles() {
        return prefix + "profiles";
    }

    /** By the subject's key, a NUL and the alert's id: the alert. */
    public String alerts() {
        return prefix + "alerts";
    }

    /** By time, a NUL and the key in {@link #alerts()}: when to look at an alert again. */
    public String agenda() {
        return prefix + "agenda";
    }
}
