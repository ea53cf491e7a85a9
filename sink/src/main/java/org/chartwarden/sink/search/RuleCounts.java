package org.chartwarden.sink.search;

import org.chartwarden.model.Decision;

/**
 * What became of one rule's alerts, for whoever owns the rule. {@code fired} is all of them; an alert that was decided
 * otherwise than by confirming or dismissing it is in no other number.
 *
 * @param fired alerts of the rule, of every status
 * @param provisional of these, how many late paperwork may still explain
 * @param open wait for an officer
 * @param confirmed were decided to be a violation
 * @param dismissed were decided to be appropriate, a gap in the documentation, or a duplicate
 * @param selfClosed were explained by late paperwork, and nobody need act
 */
public record RuleCounts(long fired, long provisional, long open, long confirmed, long dismissed, long selfClosed) {

    /** Of a rule that never fired. */
    public static final RuleCounts NONE = new RuleCounts(0, 0, 0, 0, 0, 0);

    /** Whether a decision confirms an alert. */
    public static boolean confirms(Decision decision) {
        return switch (decision) {
            case VIOLATION_UNINTENTIONAL, VIOLATION_CURIOSITY, VIOLATION_MALICIOUS -> true;
            case APPROPRIATE, DOCUMENTATION_GAP, DUPLICATE, SELF_ACCESS, UNSUBSTANTIATED, REFERRED -> false;
        };
    }

    /** Whether a decision says that the alert should better not have been raised. */
    public static boolean dismisses(Decision decision) {
        return switch (decision) {
            case APPROPRIATE, DOCUMENTATION_GAP, DUPLICATE -> true;
            case VIOLATION_UNINTENTIONAL, VIOLATION_CURIOSITY, VIOLATION_MALICIOUS -> false;
            case SELF_ACCESS, UNSUBSTANTIATED, REFERRED -> false;
        };
    }
}
