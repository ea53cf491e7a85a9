package org.chartwarden.producers.access;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names of the search parameters in a recorded query, never their values: those are what the user knew of the
 * patient.
 *
 * <p>IHE BALP records the HTTP request: {@code GET /Patient?family:exact=Example&given=Ada}, or the body of a {@code
 * POST /Patient/_search} after its headers; other sources record the bare {@code family=Example&given=Ada}. All give
 * {@code family} and {@code given}: modifiers and the chained parts of a name are not told. What looks like none of
 * these, such as a DICOM dataset, has no names.
 */
public final class QueryParameters {

    /** The most names that one record may tell; more say no more of a search. */
    public static final int MOST_NAMES = 100;

    /** Longer queries are read up to here, in bytes; servers take no longer request lines. */
    private static final int LONGEST_QUERY = 64 << 10;

    private static final Pattern METHOD = Pattern.compile("[A-Z]++ ++");
    private static final String VERSION_BEGIN = " HTTP/";
    private static final Pattern VERSION = Pattern.compile(VERSION_BEGIN + "[0-9.]++");

    private static final Pattern BLANK_LINE = Pattern.compile("\r\n\r\n|\n\n");

    /** Longer or otherwise shaped "names" may be content that slipped into their place. */
    private static final Pattern PARAMETER = Pattern.compile("(_?[A-Za-z][A-Za-z0-9-]{0,40})(?:[:.%][^=]*)?=.*");

    private QueryParameters() {}

    /** @param query as recorded, without base64; null when there is none */
    public static Stream<String> names(byte[] query) {
        if (query == null) {
            return Stream.empty();
        }
        String[] parts = BLANK_LINE.split(text(query), 2);
        Stream<String> head = parts[0].lines().limit(1).flatMap(QueryParameters::inRequestLine);
        return parts.length == 1 ? head : Stream.concat(head, inParameters(parts[1]));
    }

    private static String text(byte[] query) {
        return new String(query, 0, Math.min(query.length, LONGEST_QUERY), StandardCharsets.UTF_8);
    }

    /** An optional method, the target or bare parameters, an optional version. */
    private static Stream<String> inRequestLine(String line) {
        String request = withoutVersion(line.strip());
        int question = request.indexOf('?');
        if (question >= 0) {
            return inParameters(request.substring(question + 1));
        }
        return METHOD.matcher(request).lookingAt() ? Stream.empty() : inParameters(request);
    }

    private static String withoutVersion(String request) {
        int version = request.lastIndexOf(VERSION_BEGIN);
        return version >= 0 && VERSION.matcher(request.substring(version)).matches()
                ? request.substring(0, version)
                : request;
    }

    private static Stream<String> inParameters(String parameters) {
        return Stream.of(parameters.split("&"))
                .map(String::strip)
                .map(PARAMETER::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1));
    }
}
