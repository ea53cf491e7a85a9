package org.chartwarden.sink.chain.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.chartwarden.sink.chain.ChainHead;
import org.chartwarden.sink.chain.verify.Finding.Wrong;

/** What a verification found. Keeps the first few of everything that is wrong, and counts the rest. */
public final class Verdict {

    private static final int NAMED = 10;

    /** What is counted, besides what is wrong with documents. */
    public enum Count {
        LINKS("links of the chain"),
        LEAVES("fingerprints sealed by them"),
        VOUCHED("documents as they were sealed"),
        WAITING("documents not sealed yet"),
        /** Of what waits in Kafka. */
        OVERDUE("records whose sealing is overdue: the sink does not seal"),
        EXPIRED("sealed documents older than retention.period, and gone"),
        REFUSED("sealed documents that Elasticsearch refused, and that are dead letters"),
        UNKNOWN("documents of a page that is missing: nothing vouches for them");

        private final String words;

        Count(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private final Map<Count, Long> counts = new EnumMap<>(Count.class);
    private final Map<Wrong, Long> wrong = new EnumMap<>(Wrong.class);
    private final TreeSet<Finding> first = new TreeSet<>(Finding.BY_TIME);
    private final List<String> chain = new ArrayList<>();
    private long chainProblems;
    private ChainHead head = ChainHead.NONE;

    void add(Count what, long many) {
        counts.merge(what, many, Long::sum);
    }

    void add(Finding finding) {
        wrong.merge(finding.wrong(), 1L, Long::sum);
        first.add(finding);
        if (first.size() > NAMED) {
            first.pollLast();
        }
    }

    /** Something is wrong with the chain itself. */
    void addToChain(String problem) {
        chainProblems++;
        if (chain.size() < NAMED) {
            chain.add(problem);
        }
    }

    void setHead(ChainHead newest) {
        head = newest;
    }

    public long count(Count what) {
        return counts.getOrDefault(what, 0L);
    }

    public long count(Wrong what) {
        return wrong.getOrDefault(what, 0L);
    }

    /** The earliest documents that are not as they were sealed, by their time. */
    public List<Finding> first() {
        return List.copyOf(first);
    }

    /** The first things that are wrong with the chain itself, in its order. */
    public List<String> chain() {
        return List.copyOf(chain);
    }

    /** How many things are wrong with the chain itself. */
    public long chainProblems() {
        return chainProblems;
    }

    /** The newest link. */
    public ChainHead head() {
        return head;
    }

    /** Whether chain and documents are as they were sealed, and sealing goes on. */
    public boolean isWhole() {
        return chainProblems == 0 && wrong.isEmpty() && count(Count.OVERDUE) == 0;
    }
}
