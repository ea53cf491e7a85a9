package org.chartwarden.sink.elasticsearch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Tells an address of the Internet Protocol from a host name, without asking a name server. */
final class IpAddresses {

    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern VERSION_4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern VERSION_6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private IpAddresses() {}

    static boolean isIpAddress(String text) {
        return VERSION_4.matcher(text).matches() || (VERSION_6.matcher(text).matches() && isParsed(text));
    }

    /** Java never looks up a text with a colon: no host name has one. */
    private static boolean isParsed(String text) {
        try {
            InetAddress.getByName(text);
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
