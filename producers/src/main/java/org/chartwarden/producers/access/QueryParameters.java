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

    /** An optional method, the target or bare parameters, an optional version. */
    private static final Pattern REQUEST_LINE = Pattern.compile("(?:([A-Z]+) +)?(.*?)(?: +HTTP/[0-9.]+)?");

    private static final Pattern BLANK_LINE = Pattern.compile("\r\n\r\n|\n\n");

    /** Longer or otherwise shaped "names" may be content that slipped into their place. */
    private static final Pattern PARAMETER = Pattern.compile("(_?[A-Za-z][A-Za-z0-9-]{0,40})(?:[:.%][^=]*)?=.*");

    private QueryParameters() {}

    /** @param query as recorded, without base64; null when there is none */
    public static Stream<String> names(byte[] query) {
        if (query == null) {
            return Stream.empty();
        }
        String[] parts = BLANK_LINE.split(new String(query, StandardCharsets.UTF_8), 2);
        Stream<String> head = parts[0].lines().limit(1).flatMap(QueryParameters::inRequestLine);
        return parts.length == 1 ? head : Stream.concat(head, inParameters(parts[1]));
    }

    private static Stream<String> inRequestLine(String line) {
        Matcher request = REQUEST_LINE.matcher(line.strip());
        if (!request.matches()) {
            return Stream.empty();
        }
        String target = request.group(2);
        int question = target.indexOf('?');
        boolean bare = question < 0 && request.group(1) == null;
        return question < 0 && !bare ? Stream.empty() : inParameters(target.substring(question + 1));
    }

    private static Stream<String> inParameters(String parameters) {
        return Stream.of(parameters.split("&"))
                .map(String::strip)
                .map(PARAMETER::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1));
    }
}
