package org.chartwarden.sink.chain.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chartwarden.model.LeafKind;
import org.chartwarden.sink.chain.verify.Entry.Role;
import org.chartwarden.sink.chain.verify.Finding.Wrong;
import org.chartwarden.sink.chain.verify.Verdict.Count;

/** Decides about one access, alert or other record: whether what stands is the newest that was sealed. */
final class Judge {

    private final Span span;
    private final LostPages lost;
    private final Verdict verdict;

    Judge(Span span, LostPages lost, Verdict verdict) {
        this.span = span;
        this.lost = lost;
        this.verdict = verdict;
    }

    /** @param group all entries of one {@link Entry#group} */
    void judge(List<Entry> group) {
        Map<String, List<Entry>> byId = group.stream()
                .collect(Collectors.groupingBy(entry -> entry.document().id()));
        byId.values().forEach(entries -> judgeStanding(entries, of(Role.STANDING, entries)));
        if (group.get(0).document().kind() == LeafKind.ALERT) {
            judgeNewest(group);
        }
        of(Role.COPY, group).forEach(copy -> wrong(Wrong.ADDED, copy, 0, "it stands under an id that is not its own"));
    }

    private static List<Entry> of(Role role, List<Entry> entries) {
        return entries.stream().filter(entry -> entry.role() == role).toList();
    }

    private static Optional<Entry> newest(List<Entry> entries) {
        return entries.stream().max(Comparator.comparingLong(Entry::revision));
    }

    private void judgeStanding(List<Entry> entries, List<Entry> standing) {
        Optional<Entry> sealed = newest(of(Role.SEALED, entries));
        Optional<Entry> current = newest(standing);
        if (current.isEmpty()) {
            sealed.ifPresent(leaf -> judgeMissing(leaf, entries));
            return;
        }
        judge(current.get(), sealed, entries);
        List<Entry> others = new ArrayList<>(standing);
        others.remove(current.get());
        others.stream()
                .filter(other -> other.revision() == current.get().revision()
                        || seal(other, entries).isEmpty())
                .forEach(other -> wrong(Wrong.ADDED, other, 0, "it stands twice"));
    }

    private void judgeMissing(Entry leaf, List<Entry> entries) {
        if (span.mayBeGone(leaf.document())) {
            verdict.add(Count.EXPIRED, 1);
        } else if (isRefused(leaf, entries)) {
            verdict.add(Count.REFUSED, 1);
        } else {
            wrong(Wrong.REMOVED, leaf, leaf.link(), "it was sealed, and is not there");
        }
    }

    private static boolean isRefused(Entry leaf, List<Entry> entries) {
        return of(Role.REFUSED, entries).stream().anyMatch(leaf::agrees);
    }

    /** The chain's word for a document, if there is one: sealed better than waiting. */
    private static Optional<Entry> seal(Entry standing, List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.role() == Role.SEALED || entry.role() == Role.WAITING)
                .filter(standing::agrees)
                .min(Comparator.comparing(Entry::role));
    }

    private void judge(Entry standing, Optional<Entry> newest, List<Entry> entries) {
        Optional<Entry> seal = seal(standing, entries);
        boolean isOld = newest.filter(leaf -> leaf.revision() > standing.revision() && !isRefused(leaf, entries))
                .isPresent();
        if (seal.isPresent() && !isOld) {
            verdict.add(seal.get().role() == Role.SEALED ? Count.VOUCHED : Count.WAITING, 1);
        } else if (isOld) {
            wrong(
                    Wrong.CHANGED,
                    standing,
                    newest.get().link(),
                    "it stands at revision " + standing.revision() + ", but revision "
                            + newest.get().revision() + " was sealed");
        } else if (newest.isPresent() && !isOfLostPage(standing, newest.get())) {
            wrong(Wrong.CHANGED, standing, newest.get().link(), "it was sealed with another fingerprint");
        } else if (entries.stream().anyMatch(entry -> entry.role() == Role.WAITING)) {
            wrong(Wrong.CHANGED, standing, 0, "it came with another fingerprint");
        } else {
            judgeUnsealed(standing);
        }
    }

    /** Whether a page that is missing may have sealed it, as a later revision than the newest of which a page is there. */
    private boolean isOfLostPage(Entry standing, Entry newest) {
        return standing.revision() > newest.revision()
                && lost.mayHaveSealed(standing.document().time());
    }

    private void judgeUnsealed(Entry standing) {
        if (lost.mayHaveSealed(standing.document().time())) {
            verdict.add(Count.UNKNOWN, 1);
        } else {
            wrong(Wrong.ADDED, standing, 0, "nothing sealed it, and nothing that waits to be sealed is it");
        }
    }

    /** The alert itself says what its newest revision says. */
    private void judgeNewest(List<Entry> group) {
        Optional<Entry> sealed = newest(of(Role.SEALED, group));
        List<Entry> alerts = of(Role.NEWEST, group);
        if (alerts.isEmpty()) {
            sealed.filter(leaf -> span.isEverything()).ifPresent(leaf -> judgeMissing(leaf, group));
        }
        alerts.forEach(alert -> judge(alert, sealed, group));
    }

    private void wrong(Wrong what, Entry entry, long link, String why) {
        if (span.holds(entry.document().time())) {
            verdict.add(new Finding(
                    what,
                    entry.document().kind(),
                    entry.document().id(),
                    entry.document().time(),
                    link,
                    why));
        }
    }
}
