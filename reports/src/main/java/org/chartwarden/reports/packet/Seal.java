package org.chartwarden.reports.packet;

import java.util.Collection;

/**
 * What the hash chain says of a document.
 *
 * @param sequence the link that says it; 0 when none does
 */
record Seal(State state, long sequence) {

    static final Seal NONE = new Seal(State.NOT_SEALED_YET, 0);

    /** The better ones first. */
    enum State {
        /** The chain has this very document. */
        SEALED("sealed"),
        /** The chain has it with another fingerprint, or its page is not the one that the link seals. */
        CONTRADICTED("sealed with another fingerprint"),
        /** The chain does not have it yet. */
        NOT_SEALED_YET("not sealed yet");

        private final String words;

        State(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Of two, the one that says more for the document; of two that say the same, the first. */
    static Seal better(Seal first, Seal second) {
        return second.state().compareTo(first.state()) < 0 ? second : first;
    }

    static long count(Collection<Seal> seals, State state) {
        return seals.stream().filter(seal -> seal.state() == state).count();
    }
}
