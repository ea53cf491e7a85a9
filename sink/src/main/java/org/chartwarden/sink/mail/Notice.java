package org.chartwarden.sink.mail;

/**
 * What a mail tells. A notice consists of ids, severities, times, counts and the site's own words, and each of these has
 * a type into which nothing else fits: nothing about a person, a place or what happened can leave by mail, whatever
 * writes the mail.
 */
public sealed interface Notice permits AlertNotice, DigestNotice, EscalationNotice, CourtesyNotice, ChainHeadNotice {

    /** Who writes. */
    Site site();
}
