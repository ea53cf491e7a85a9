package org.chartwarden.streams.decision;

import org.chartwarden.model.Disposition;

/** A decision on an alert that is not known, or not any more. It goes to the dead-letter topic, and changes nothing. */
public final class UnknownAlertException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    public UnknownAlertException(Disposition disposition) {
        super("the disposition " + disposition.getDispositionId() + " decides the alert " + disposition.getAlertId()
                + ", which is not known; a decision must name an alert that was raised or revised within the last "
                + RememberOwner.DECIDABLE.toDays() + " days, and this one changed nothing");
    }
}
