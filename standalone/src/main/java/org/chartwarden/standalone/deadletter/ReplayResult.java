package org.chartwarden.standalone.deadletter;

/**
 * What became of one dead letter that should go back on its way.
 *
 * @param words for the person at the terminal, without the letter's content
 */
public record ReplayResult(String id, Fate fate, String words) {

    /** Where it went. */
    public enum Fate {
        /** On its way, and marked as replayed. */
        SENT,
        /** It would go on its way, but this was only a try. */
        WOULD_BE_SENT,
        /** It stays where it is. */
        STAYS
    }
}
