package org.chartwarden.reports.data;

import java.util.Locale;
import org.chartwarden.model.Decision;

/** An alert in words. */
public final class AlertWords {

    private AlertWords() {}

    /** What an officer found. */
    public static String decision(Decision decision) {
        return switch (decision) {
            case APPROPRIATE -> "appropriate";
            case DOCUMENTATION_GAP -> "gap in the documentation";
            case SELF_ACCESS -> "own record";
            case VIOLATION_UNINTENTIONAL -> "violation, unintentional";
            case VIOLATION_CURIOSITY -> "violation, curiosity";
            case VIOLATION_MALICIOUS -> "violation, malicious";
            case UNSUBSTANTIATED -> "unsubstantiated";
            case REFERRED -> "referred";
            case DUPLICATE -> "duplicate";
        };
    }

    /** Where it stands, or how it ended. */
    public static String outcome(AlertRow alert) {
        return alert.decision().map(AlertWords::decision).orElseGet(() -> switch (alert.status()) {
            case PROVISIONAL -> "waits for late paperwork";
            case OPEN -> "open";
            case EXPLAINED -> "explained by late paperwork";
            case CLOSED -> "closed";
        });
    }

    /** As documents and commands spell a constant. */
    public static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
