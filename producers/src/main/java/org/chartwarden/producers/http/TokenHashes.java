package org.chartwarden.producers.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bearer tokens (RFC 6750) are known. Only their hashes are kept, so that whoever reads the file cannot send: a
 * token must therefore be long and random, such as {@code openssl rand -hex 32} makes it.
 */
record TokenHashes(List<Known> known) {

    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9._-]+)\\s*=\\s*([0-9a-fA-F]{64})\\s+(\\S.*)");
    private static final String FORMAT =
            "name = sha256 of the token as 64 hexadecimal digits, then what it may send: " + Accepted.ALLOWED;

    TokenHashes {
        known = List.copyOf(known);
    }

    /** One token. */
    record Known(byte[] hash, Sender sender) {}

    /**
     * Reads lines such as {@code lab = 9f86…0a08 audit}; empty ones and those that begin with # say nothing.
     *
     * @throws IllegalArgumentException naming the line, without its content
     */
    static TokenHashes parse(List<String> lines) {
        List<Known> known = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                String name = line(line, index + 1, known);
                require(names.add(name), index + 1, "names a token that an earlier line names");
            }
        }
        if (known.isEmpty()) {
            throw new IllegalArgumentException("no line names a token; each must be: " + FORMAT);
        }
        return new TokenHashes(known);
    }

    private static String line(String line, int number, List<Known> known) {
        Matcher parts = LINE.matcher(line);
        require(parts.matches(), number, "must be: " + FORMAT);
        Optional<Set<Accepted>> may = Accepted.parse(parts.group(3));
        require(may.isPresent(), number, "must end with " + Accepted.ALLOWED);
        known.add(new Known(
                HexFormat.of().parseHex(parts.group(2)), new Sender(Optional.of(parts.group(1)), may.orElseThrow())));
        return parts.group(1);
    }

    private static void require(boolean right, int number, String problem) {
        if (!right) {
            throw new IllegalArgumentException("line " + number + " " + problem);
        }
    }

    /** Whose token it is. How long this takes says nothing about the tokens that are known. */
    Optional<Sender> sender(String token) {
        byte[] hash = sha256(token);
        Sender found = null;
        for (Known one : known) {
            if (MessageDigest.isEqual(one.hash(), hash)) {
                found = one.sender();
            }
        }
        return Optional.ofNullable(found);
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
