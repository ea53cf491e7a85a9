package org.chartwarden.streams.decision;

import org.chartwarden.model.Disposition;

/** A decision that silences nothing in particular. It goes to the dead-letter topic, and changes nothing. */
public final class UnusableDispositionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    UnusableDispositionException(Disposition disposition, String missing) {
        super("the disposition " + disposition.getDispositionId() + " silences " + disposition.getSilences()
                + ", for which it must name " + missing + "; it changed nothing");
    }
}
