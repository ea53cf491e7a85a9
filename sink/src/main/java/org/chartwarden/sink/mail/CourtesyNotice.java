package org.chartwarden.sink.mail;

import java.time.LocalDate;
import java.util.Objects;

/**
 * To an employee, released by an officer: an access of that day has no reason on record. Which record it was is not said.
 *
 * @param day of the access, in the site's time zone
 */
public record CourtesyNotice(LocalDate day, Site site) implements Notice {

    public CourtesyNotice {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(site, "site");
    }
}
