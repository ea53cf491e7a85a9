package org.chartwarden.sink.mail;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as mails show them: where the site is, and with the zone, since mails travel. */
final class Times {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm z", Locale.ENGLISH);

    private Times() {}

    static String show(Instant time, Site site) {
        return TIME.format(time.atZone(site.zone()));
    }
}
