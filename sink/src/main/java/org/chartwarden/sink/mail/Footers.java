package org.chartwarden.sink.mail;

import java.util.List;

/** Why somebody gets a mail, and how to get less of it. */
final class Footers {

    private static final String WHY_SO_LITTLE =
            "This mail names no person on purpose. Sign in to see who, what and why.";

    private Footers() {}

    static List<String> forAlert(Site site) {
        return List.of(
                WHY_SO_LITTLE,
                "You get it because alerts of " + site.system()
                        + " are sent to this address. To get no more mails of the" + " rule behind this alert, ask "
                        + site.contact() + " and name the alert's id.");
    }

    static List<String> forDigest(Site site) {
        return List.of(
                WHY_SO_LITTLE,
                "You get it because alerts of " + site.system()
                        + " are sent to this address. To get no more mails of the" + " rule behind one of them, ask "
                        + site.contact() + " and name the alert's id.");
    }

    static List<String> forEscalation(Site site) {
        return List.of(
                WHY_SO_LITTLE,
                "You get it because overdue alerts of " + site.system() + " are sent to this address. It ends when the"
                        + " alert is decided; who gets such mails is up to " + site.contact() + ".");
    }
}
