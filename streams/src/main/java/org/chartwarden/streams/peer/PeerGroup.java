package org.chartwarden.streams.peer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chartwarden.model.PeerBaseline;
import org.chartwarden.streams.rule.Spread;
import org.chartwarden.streams.state.CountedDay;
import org.chartwarden.streams.state.PeerDays;

/**
 * What is usual in a day among peers. Bounded: the newest {@link #MOST_DAYS} days of each of {@link #MOST_USERS} people.
 * Of more people it knows a sample, those with the lowest hashes, so that nobody gets into it by being quick or busy.
 */
public final class PeerGroup {

    static final int MOST_DAYS = 28;
    static final int MOST_USERS = 200;

    private static final Comparator<String> BY_HASH =
            Comparator.<String>comparingInt(user -> mixed(user.hashCode())).thenComparing(Comparator.naturalOrder());

    private PeerGroup() {}

    /** @param known null for none */
    static PeerDays with(PeerDays known, String userId, LocalDate day, int count) {
        Map<String, List<CountedDay>> users = known == null ? new HashMap<>() : new HashMap<>(known.getUsers());
        List<CountedDay> days = new ArrayList<>(users.getOrDefault(userId, List.of()));
        days.removeIf(each -> each.getDay().equals(day));
        days.add(new CountedDay(day, count));
        days.sort(Comparator.comparing(CountedDay::getDay).reversed());
        users.put(userId, List.copyOf(days.subList(0, Math.min(MOST_DAYS, days.size()))));
        if (users.size() > MOST_USERS) {
            users.remove(users.keySet().stream().max(BY_HASH).orElseThrow());
        }
        return PeerDays.newBuilder().setUsers(users).build();
    }

    static PeerBaseline baseline(String ruleId, String peerGroup, PeerDays days) {
        List<Integer> counts = days.getUsers().values().stream()
                .flatMap(List::stream)
                .map(CountedDay::getCount)
                .toList();
        Spread spread = Spread.of(counts);
        return PeerBaseline.newBuilder()
                .setRuleId(ruleId)
                .setPeerGroup(peerGroup)
                .setUsers(days.getUsers().size())
                .setDays(counts.size())
                .setMedian(spread.median())
                .setDeviation(spread.deviation())
                .build();
    }

    /** The finalizer of MurmurHash3: the hashes of "u1" and "u2" alone are neighbours. */
    private static int mixed(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }
}
