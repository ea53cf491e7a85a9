package org.chartwarden.streams.access;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.chartwarden.model.AccessEvent;

/**
 * Makes one access of two records of the same act: IHE's client and server each know something that the other does not,
 * such as the person behind a token, or the emergency that was declared. What is told by one of them holds, whichever
 * came first; where both tell the same and differ, as clocks do, the first record stays.
 */
final class Copies {

    private Copies() {}

    /** @return equal to the known one when the copy tells nothing more */
    static AccessEvent merged(AccessEvent known, AccessEvent copy) {
        boolean isNamed = known.getUserId() != null || copy.getUserId() == null;
        AccessEvent first = isNamed ? known : copy;
        AccessEvent second = isNamed ? copy : known;
        return AccessEvent.newBuilder(first)
                .setEndTime(told(first, second, AccessEvent::getEndTime))
                .setUserName(told(first, second, AccessEvent::getUserName))
                .setUserRole(told(first, second, AccessEvent::getUserRole))
                .setEncounterId(told(first, second, AccessEvent::getEncounterId))
                .setObjectType(told(first, second, AccessEvent::getObjectType))
                .setObjectId(told(first, second, AccessEvent::getObjectId))
                .setSourceSystem(told(first, second, AccessEvent::getSourceSystem))
                .setNetworkAddress(told(first, second, AccessEvent::getNetworkAddress))
                .setRequestId(told(first, second, AccessEvent::getRequestId))
                .setTokenId(told(first, second, AccessEvent::getTokenId))
                .setEmergency(first.getEmergency() || second.getEmergency())
                .setInteractive(first.getInteractive() || second.getInteractive())
                .setPurposeOfUse(united(first.getPurposeOfUse(), second.getPurposeOfUse()))
                .setSecurityLabels(united(first.getSecurityLabels(), second.getSecurityLabels()))
                .setQueryParameters(united(first.getQueryParameters(), second.getQueryParameters()))
                .build();
    }

    private static <T> T told(AccessEvent first, AccessEvent second, Function<AccessEvent, T> field) {
        T value = field.apply(first);
        return value == null ? field.apply(second) : value;
    }

    /** The first as it is when the second adds nothing; else sorted, so that no order of arrival shows. */
    private static List<String> united(List<String> first, List<String> second) {
        Set<String> all = new LinkedHashSet<>(first);
        return all.addAll(second) ? List.copyOf(new TreeSet<>(all)) : first;
    }
}
