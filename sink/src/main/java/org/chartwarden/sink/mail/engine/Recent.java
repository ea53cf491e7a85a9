package org.chartwarden.sink.mail.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.chartwarden.model.Notification;

/** How many mails each address got within the last hour. One that is on its way counts from when it arrives. */
final class Recent {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Map<String, Map<String, Instant>> mails = new HashMap<>();

    void add(Notification mail) {
        Instant time = mail.getSettledAt() == null ? mail.getPlannedAt() : mail.getSettledAt();
        mails.computeIfAbsent(Addresses.key(mail.getRecipient()), address -> new HashMap<>())
                .put(mail.getMessageId(), time);
    }

    int count(String address, Instant now) {
        forgetBefore(now.minus(HOUR));
        return mails.getOrDefault(Addresses.key(address), Map.of()).size();
    }

    /** An hour has no two ends: what was sent exactly one hour ago does not count any more. */
    void forgetBefore(Instant begin) {
        mails.values().forEach(times -> times.values().removeIf(time -> !time.isAfter(begin)));
        mails.values().removeIf(Map::isEmpty);
    }
}
