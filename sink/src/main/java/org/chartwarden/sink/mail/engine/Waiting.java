package org.chartwarden.sink.mail.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartwarden.model.Notification;

/**
 * When mails that the server did not take are tried again: each in pauses that grow to a minute. When several in a row
 * failed the server is taken to be away, and only one mail at a time is tried.
 */
final class Waiting {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 6;
    private static final int AWAY = 3;

    private record Failure(int count, Instant time, Instant next, String problem) {}

    private final Map<String, Failure> failures = new HashMap<>();
    private int inARow;

    void failed(Notification mail, String problem, Instant now) {
        inARow++;
        Failure before = failures.get(mail.getMessageId());
        int count = before == null ? 1 : before.count + 1;
        failures.put(mail.getMessageId(), new Failure(count, now, now.plus(pauseAfter(count)), problem));
    }

    /** The server has taken it or refused it: in any case it answers. */
    void answered(Notification mail) {
        inARow = 0;
        failures.remove(mail.getMessageId());
    }

    /** It is not sent at all. */
    void forget(Notification mail) {
        failures.remove(mail.getMessageId());
    }

    boolean serverIsAway() {
        return inARow >= AWAY;
    }

    /** Those of the mails that may be tried now. */
    List<Notification> ripe(List<Notification> unsettled, Instant now) {
        return unsettled.stream()
                .filter(mail -> isRipe(failures.get(mail.getMessageId()), now))
                .toList();
    }

    /** Also when the clock was set back meanwhile. */
    private static boolean isRipe(Failure failure, Instant now) {
        return failure == null || !now.isBefore(failure.next) || now.isBefore(failure.time);
    }

    /** Why a mail waits, and how many do. */
    Optional<String> problem() {
        return failures.values().stream()
                .findFirst()
                .map(failure -> failure.problem + " Mails that wait: " + failures.size() + ".");
    }

    static Duration pauseAfter(int count) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(count - 1, DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
