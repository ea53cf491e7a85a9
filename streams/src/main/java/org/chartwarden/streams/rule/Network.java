package org.chartwarden.streams.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In which network a workstation stands, as far as its address tells. */
final class Network {

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern BRACKETS = Pattern.compile("\\[([^]]*)](:\\d+)?");
    private static final Pattern WITH_PORT = Pattern.compile("([^:]+):\\d+");

    /** RFC 4291, 2.5.5.2: how dual-stack servers write the IPv4 addresses of their clients. */
    private static final Pattern IPV4_MAPPED = Pattern.compile("(?i)(?:0*:){1,5}:?ffff:(\\d{1,3}(?:\\.\\d{1,3}){3})");

    private static final int IPV6_GROUPS = 8;
    private static final int NETWORK_GROUPS = 3;

    private Network() {}

    /**
     * The first two numbers of an IPv4 address (/16), the first three groups of an IPv6 address (/48, what a site is
     * given), the domain of a host name. Empty when the address has none of them. One machine has one network, however
     * its address is written: with a port, in brackets, with leading zeros, or as IPv4 within IPv6.
     */
    static String of(String address) {
        return ofBare(bare(address.strip()));
    }

    private static String bare(String address) {
        Matcher brackets = BRACKETS.matcher(address);
        Matcher port = WITH_PORT.matcher(address);
        String bare = brackets.matches() ? brackets.group(1) : port.matches() ? port.group(1) : address;
        Matcher mapped = IPV4_MAPPED.matcher(bare);
        return mapped.matches() ? mapped.group(1) : bare;
    }

    private static String ofBare(String address) {
        if (IPV4.matcher(address).matches()) {
            return address.substring(0, address.indexOf('.', address.indexOf('.') + 1));
        }
        if (address.contains(":")) {
            return String.join(":", groups(address).subList(0, NETWORK_GROUPS));
        }
        int host = address.indexOf('.');
        return host < 0 ? "" : address.substring(host + 1).toLowerCase(Locale.ROOT);
    }

    /** All eight; "::" stands for as many zeros as are missing. */
    private static List<String> groups(String address) {
        String[] sides = address.toLowerCase(Locale.ROOT).split("::", 2);
        List<String> groups = new ArrayList<>(parts(sides[0]));
        List<String> tail = sides.length < 2 ? List.of() : parts(sides[1]);
        groups.addAll(Collections.nCopies(Math.max(0, IPV6_GROUPS - groups.size() - tail.size()), "0"));
        groups.addAll(tail);
        return groups;
    }

    private static List<String> parts(String side) {
        return side.isEmpty()
                ? List.of()
                : Arrays.stream(side.split(":"))
                        .map(group -> group.replaceFirst("^0+(?=.)", ""))
                        .toList();
    }
}
