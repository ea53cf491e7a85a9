package org.chartwarden.sink.mail;

import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Message-IDs (RFC 5322, 3.6.4) that follow from the alert and its recipients: a mail that has to be sent again after a
 * crash has the same one, by which mail servers recognise it.
 */
final class MessageIds {

    private MessageIds() {}

    static String of(String alertId, List<InternetAddress> to, InternetAddress from) {
        String recipients = to.stream()
                .map(address -> address.getAddress().toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
        UUID unique = UUID.nameUUIDFromBytes((alertId + "\n" + recipients).getBytes(StandardCharsets.UTF_8));
        return "<" + unique + "@" + domain(from) + ">";
    }

    private static String domain(InternetAddress from) {
        String address = from.getAddress();
        int at = address.lastIndexOf('@');
        return at < 0 ? "localhost" : address.substring(at + 1);
    }
}
