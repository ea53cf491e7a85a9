package org.chartwarden.sink.mail.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.chartwarden.model.Notification;
import org.chartwarden.model.NotificationKind;
import org.chartwarden.model.NotificationState;

/**
 * What each address got: how many mails within the last hour, the first one ever and the last digest. A time that lies in
 * the future was written down by a clock that has been set back since: it is taken for now.
 */
final class Correspondence {

    private static final Duration HOUR = Duration.ofHours(1);

    private static final class Letters {
        private final Map<String, Instant> recent = new HashMap<>();
        private Instant first = Instant.MAX;
        private Instant lastDigest = Instant.MIN;
    }

    private final Map<String, Letters> byAddress = new HashMap<>();

    /** Takes a mail. One that is on its way counts from when it arrives, and one that was cancelled not at all. */
    void add(Notification mail, Instant now) {
        Letters letters = byAddress.computeIfAbsent(Addresses.key(mail.getRecipient()), key -> new Letters());
        letters.recent.remove(mail.getMessageId());
        if (mail.getState() == NotificationState.CANCELLED) {
            return;
        }
        Instant time = earlier(mail.getSettledAt() == null ? mail.getPlannedAt() : mail.getSettledAt(), now);
        if (time.isAfter(now.minus(HOUR))) {
            letters.recent.put(mail.getMessageId(), time);
        }
        letters.first = earlier(letters.first, mail.getPlannedAt());
        if (mail.getKind() == NotificationKind.DIGEST && mail.getPlannedAt().isAfter(letters.lastDigest)) {
            letters.lastDigest = earlier(mail.getPlannedAt(), now);
        }
    }

    /** An hour has no two ends: what was sent exactly one hour ago does not count any more. */
    int withinTheHour(String address, Instant now) {
        Letters letters = byAddress.get(Addresses.key(address));
        if (letters == null) {
            return 0;
        }
        letters.recent.replaceAll((mail, time) -> earlier(time, now));
        letters.recent.values().removeIf(time -> !time.isAfter(now.minus(HOUR)));
        return letters.recent.size();
    }

    /** Since when the address gets mails; empty when it has not got any yet. */
    Optional<Instant> since(String address) {
        return Optional.ofNullable(byAddress.get(Addresses.key(address)))
                .map(letters -> letters.first)
                .filter(Instant.MAX::isAfter);
    }

    /** When the address got its last digest; empty when it never did, or when the clock has been set back since. */
    Optional<Instant> lastDigest(String address, Instant now) {
        return Optional.ofNullable(byAddress.get(Addresses.key(address)))
                .map(letters -> letters.lastDigest)
                .filter(time -> time.isAfter(Instant.MIN) && !time.isAfter(now));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
