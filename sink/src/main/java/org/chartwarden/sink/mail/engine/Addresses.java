package org.chartwarden.sink.mail.engine;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;

/** Addresses are kept as they are written, and are the same when they differ only in their case. */
final class Addresses {

    private Addresses() {}

    static boolean same(String one, String other) {
        return key(one).equals(key(other));
    }

    static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    /** Whether it is a bare name@host. */
    static boolean isValid(String address) {
        try {
            parse(address);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** @throws IllegalArgumentException when it is no address, or more than the bare name@host */
    static InternetAddress parse(String address) {
        try {
            InternetAddress parsed = new InternetAddress(address, true);
            if (!address.equals(parsed.getAddress())) {
                throw new IllegalArgumentException("not a bare address");
            }
            return parsed;
        } catch (AddressException e) {
            throw new IllegalArgumentException("not an address", e);
        }
    }
}
