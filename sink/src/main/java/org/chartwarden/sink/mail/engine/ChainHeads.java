package org.chartwarden.sink.mail.engine;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.chartwarden.model.ChainLink;
import org.chartwarden.model.Notification;
import org.chartwarden.sink.mail.ChainHeadNotice;
import org.chartwarden.sink.mail.Sha256;
import org.chartwarden.sink.mail.Site;

/** The newest link of the hash chain, and which one was mailed last. */
final class ChainHeads {

    private ChainLink newest;
    private Notification mailed;

    void add(ChainLink link) {
        if (newest == null || link.getSequence() > newest.getSequence()) {
            newest = link;
        }
    }

    void add(Notification mail) {
        if (mailed == null || !mail.getPlannedAt().isBefore(mailed.getPlannedAt())) {
            mailed = mail;
        }
    }

    /** The link that is to be mailed now: the newest, once on each of the site's days, unless it was mailed before. */
    Optional<ChainLink> due(Instant now, ZoneId zone) {
        if (newest == null || mailed == null) {
            return Optional.ofNullable(newest);
        }
        boolean anotherDay = mailed.getPlannedAt()
                .atZone(zone)
                .toLocalDate()
                .isBefore(now.atZone(zone).toLocalDate());
        boolean anotherLink = !detail(newest).equals(mailed.getDetail());
        return Optional.of(newest).filter(link -> anotherDay && anotherLink);
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
