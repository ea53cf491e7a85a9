package org.chartwarden.sink.mail.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.chartwarden.model.ChainLink;
import org.chartwarden.model.Notification;
import org.chartwarden.sink.mail.ChainHeadNotice;
import org.chartwarden.sink.mail.Sha256;
import org.chartwarden.sink.mail.Site;

/** The newest link of the hash chain, and which one was mailed last. */
final class ChainHeads {

    private static final long NONE = -1;

    private ChainLink newest;
    private long mailed = NONE;
    private Instant mailedAt = Instant.MIN;

    void add(ChainLink link) {
        if (newest == null || link.getSequence() > newest.getSequence()) {
            newest = link;
        }
    }

    /** The numbers grow and the clock may be set back, so the mail of the highest number is the last one. */
    void add(Notification mail) {
        long number = switch (mail.getState()) {
            case PLANNED, SENT -> Long.parseLong(mail.getDetail().split(" ")[0]);
            case REFUSED, CANCELLED -> mailed; // it tells the reason instead
        };
        if (number > mailed || number == mailed && mail.getPlannedAt().isAfter(mailedAt)) {
            mailed = number;
            mailedAt = mail.getPlannedAt();
        }
    }

    /** The link that is to be mailed now: the newest, once on each of the site's days, unless it was mailed before. */
    Optional<ChainLink> due(Instant now, ZoneId zone) {
        return Optional.ofNullable(newest)
                .filter(link -> link.getSequence() != mailed)
                .filter(link ->
                        mailedAt.equals(Instant.MIN) || !day(mailedAt, zone).equals(day(now, zone)));
    }

    private static LocalDate day(Instant time, ZoneId zone) {
        return time.atZone(zone).toLocalDate();
    }

    /** All that the mail says of the link, so that it can be written again: number, hash, time of sealing and leaves. */
    static String detail(ChainLink link) {
        return link.getSequence() + " " + link.getHash() + " " + link.getSealedAt() + " " + link.getLeaves();
    }

    /** @param mail planned with the {@link #detail} */
    static ChainHeadNotice notice(Notification mail, Site site) {
        String[] parts = mail.getDetail().split(" ");
        return new ChainHeadNotice(
                Long.parseLong(parts[0]),
                new Sha256(parts[1]),
                Instant.parse(parts[2]),
                Integer.parseInt(parts[3]),
                site);
    }
}
