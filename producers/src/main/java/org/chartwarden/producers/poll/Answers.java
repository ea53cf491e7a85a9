package org.chartwarden.producers.poll;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.chartwarden.producers.poll.PollException.Scope;
import org.chartwarden.settings.Setting;

/** What the statuses of a FHIR server mean for who polls it. */
final class Answers {

    private Answers() {}

    /** @param longest no server is left alone for longer than this, whatever it wishes */
    static void requireSuccess(int status, HttpHeaders headers, Duration longest) throws PollException {
        if (status == 200) {
            return;
        }
        if (status == 429 || status >= 500) {
            throw new PollException(
                    Scope.SERVER,
                    "the server answers " + status + ": busy, or broken",
                    retryAfter(headers, longest),
                    null);
        }
        if (status == 401) {
            throw new PollException(
                    Scope.SERVER,
                    "the server answers 401: it does not know the token; see " + Setting.POLL_TOKEN_FILE.key());
        }
        if (status >= 300 && status < 400) {
            throw new PollException(
                    Scope.SERVER,
                    "the server answers " + status + ", which is not followed; set " + Setting.POLL_URL.key()
                            + " to where it wants to be asked");
        }
        throw new PollException(Scope.TYPE, "the server answers " + status + ": " + meaning(status));
    }

    private static String meaning(int status) {
        return switch (status) {
            case 403 -> "we may not read this type";
            case 404 -> "it does not have this type; see " + Setting.POLL_TYPES.key();
            case 410 -> "the page is gone; the next poll goes on from the last one that was stored";
            default -> "it does not understand the search";
        };
    }

    /** Seconds, or a date (RFC 9110, 10.2.3). */
    private static Duration retryAfter(HttpHeaders headers, Duration longest) {
        String text = headers.firstValue("Retry-After").orElse("0").strip();
        Duration wish;
        try {
            wish = text.chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(
                            Instant.now(),
                            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (NumberFormatException | DateTimeException e) {
            wish = longest; // it wishes something, and only the longest pause is sure to respect it
        }
        return wish.compareTo(longest) > 0 ? longest : wish;
    }
}
