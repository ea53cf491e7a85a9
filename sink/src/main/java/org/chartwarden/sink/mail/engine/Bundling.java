package org.chartwarden.sink.mail.engine;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chartwarden.sink.mail.DigestReason;

/** Makes as few mails of what one recipient is to be told now as the recipient wants, and no more than there is room for. */
record Bundling(Recipient recipient, Instant now, ZoneId zone) {

    /**
     * @param errands that are due
     * @param room how many mails the recipient may get now
     */
    List<Draft> drafts(Collection<Errand> errands, int room) {
        if (room == 0) {
            return List.of();
        }
        Map<Boolean, List<Errand>> ready = errands.stream()
                .filter(errand -> !recipient.isQuiet(errand.alert().mailed().severity(), now, zone))
                .sorted(Errand.GRAVEST_FIRST)
                .collect(Collectors.partitioningBy(this::comesAlone));
        List<Errand> alone = ready.get(true);
        List<Errand> together = ready.get(false);
        if (alone.size() + Math.min(together.size(), 1) <= room) {
            List<Draft> drafts = singles(alone, alone.size());
            if (!together.isEmpty()) {
                drafts.add(Draft.digest(together, reason(together)));
            }
            return drafts;
        }
        return limited(alone, together, room);
    }

    /** The last place is for a digest of all the rest. */
    private static List<Draft> limited(List<Errand> alone, List<Errand> together, int room) {
        List<Draft> drafts = singles(alone, room - 1);
        List<Errand> rest = new ArrayList<>(alone.subList(room - 1, alone.size()));
        rest.addAll(together);
        drafts.add(Draft.digest(rest, DigestReason.LIMIT));
        return drafts;
    }

    private static List<Draft> singles(List<Errand> errands, int count) {
        return errands.stream().limit(count).map(Draft::single).collect(Collectors.toCollection(ArrayList::new));
    }

    private boolean comesAlone(Errand errand) {
        return errand.delivery() == Delivery.IMMEDIATE && !wasHeld(errand);
    }

    private boolean wasHeld(Errand errand) {
        return recipient.wasQuiet(errand.alert().mailed().severity(), errand.due(), now, zone);
    }

    private DigestReason reason(List<Errand> errands) {
        if (errands.stream().anyMatch(this::wasHeld)) {
            return DigestReason.QUIET_HOURS;
        }
        boolean daily = errands.stream().anyMatch(errand -> errand.delivery() == Delivery.DAILY);
        return daily ? DigestReason.DAILY : DigestReason.HOURLY;
    }
}
