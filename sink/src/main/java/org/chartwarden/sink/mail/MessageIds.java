package org.chartwarden.sink.mail;

import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import org.chartwarden.model.NotificationKind;

/**
 * Message-IDs (RFC 5322, 3.6.4) that follow from what a mail tells whom: a mail that has to be sent again after a crash
 * has the same one, by which mail servers recognise it.
 */
public final class MessageIds {

    private MessageIds() {}

    /**
     * The id of one mail to one recipient.
     *
     * @param about the alerts' ids, in any order; for a link of the hash chain its hash
     * @param planned when it was written down: an alert that is opened again is mailed anew
     * @param from whose domain the id is in
     */
    public static String of(
            NotificationKind kind,
            InternetAddress recipient,
            Collection<String> about,
            Instant planned,
            InternetAddress from) {
        String mail = kind + "\n" + recipient.getAddress().toLowerCase(Locale.ROOT) + "\n"
                + planned.toEpochMilli() + "\n"
                + String.join("\n", new TreeSet<>(about));
        return id(mail, from);
    }

    /** To this one, which no mail has, all mails about an alert refer: mail programs show them together. */
    static String ofThread(AlertId alert, InternetAddress from) {
        return id("thread\n" + alert, from);
    }

    private static String id(String unique, InternetAddress from) {
        return "<" + UUID.nameUUIDFromBytes(unique.getBytes(StandardCharsets.UTF_8)) + "@" + domain(from) + ">";
    }

    private static String domain(InternetAddress from) {
        String address = from.getAddress();
        int at = address.lastIndexOf('@');
        return at < 0 ? "localhost" : address.substring(at + 1);
    }
}
