package org.chartwarden.standalone.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.model.Stage;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.search.AuditSearch;
import org.chartwarden.sink.search.Documents;
import org.chartwarden.topic.Topics;

/**
 * The law that nothing is lost, as read from the topics and from Elasticsearch rather than from counters, which a crash
 * resets: received = produced + dead-lettered; produced = explained + duplicates; explained = indexed + rejected. Every
 * id must agree, not only the sums. An access that was judged anew has further revisions in its topic; it is still one
 * access, and no revision may be there twice.
 *
 * @param produced records in the access topic
 * @param duplicates of these, how many came again
 * @param explained accesses in the topic of explained accesses, each once whatever its revisions
 * @param indexed accesses in Elasticsearch
 * @param deadLettered what each stage gave up and nobody has replayed since
 * @param violations what does not agree, in words; empty when the law holds
 */
public record Conservation(
        long produced,
        long duplicates,
        long explained,
        long indexed,
        Map<Stage, Long> deadLettered,
        List<String> violations) {

    /**
     * Reads everything once. Only true of a drained system (see {@link Drain}) whose topics reach back to its first
     * event; holds every id in memory.
     *
     * @throws IOException when Elasticsearch does not answer
     */
    public static Conservation check(Settings settings) throws IOException {
        TopicReader topics = new TopicReader(settings);
        Set<String> arrived = new HashSet<>();
        long[] produced = {0};
        topics.read(Topics.ACCESS, entry -> {
            produced[0]++;
            arrived.add(entry.value().getEventId());
        });
        Set<String> explained = new HashSet<>();
        Map<Judged, Integer> judged = new HashMap<>();
        topics.read(Topics.EXPLAINED, entry -> {
            String id = entry.value().getAccess().getEventId();
            explained.add(id);
            judged.merge(new Judged(id, entry.value().getRevision()), 1, Integer::sum);
        });
        Map<Stage, Long> deadLettered = deadLettered(topics);
        Set<String> indexed = new HashSet<>();
        try (AuditSearch search = AuditSearch.open(settings)) {
            search.ids(Documents.ACCESSES, indexed::add);
        }
        return new Conservation(
                produced[0],
                produced[0] - arrived.size(),
                explained.size(),
                indexed.size(),
                deadLettered,
                violations(arrived, explained, repeated(judged), indexed, deadLettered));
    }

    /** How often each stage gave something up; a letter that was replayed excuses nothing, for what it became arrived. */
    private static Map<Stage, Long> deadLettered(TopicReader topics) {
        Map<String, List<Stage>> givenUp = new HashMap<>();
        Set<String> replayed = new HashSet<>();
        topics.read(Topics.DEAD_LETTER, entry -> {
            DeadLetter letter = entry.value();
            if (letter.getReplayedAt() == null) {
                givenUp.computeIfAbsent(letter.getDeadLetterId(), id -> new ArrayList<>())
                        .add(letter.getStage());
            } else {
                replayed.add(letter.getDeadLetterId());
            }
        });
        givenUp.keySet().removeAll(replayed);
        return givenUp.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** One judgement of one access. */
    private record Judged(String eventId, int revision) {}

    /** Whether every event ended in exactly one place. */
    public boolean holds() {
        return violations.isEmpty();
    }

    /** Revision 0 is late and unjudged: nobody knows any more whether it is a copy, so it may come twice. */
    private static long repeated(Map<Judged, Integer> judged) {
        return judged.entrySet().stream()
                .filter(entry -> entry.getKey().revision() > 0 && entry.getValue() > 1)
                .count();
    }

    private static List<String> violations(
            Set<String> arrived,
            Set<String> explained,
            long repeated,
            Set<String> indexed,
            Map<Stage, Long> deadLettered) {
        List<String> violations = new ArrayList<>();
        long failedInStreams = deadLettered.getOrDefault(Stage.STREAMS, 0L);
        long rejectedBySink = deadLettered.getOrDefault(Stage.SINK, 0L);
        expect(
                violations,
                "arrived but were neither explained nor dead-lettered",
                missing(arrived, explained),
                failedInStreams);
        expect(violations, "were explained but never arrived", missing(explained, arrived), 0);
        expect(violations, "were explained twice at one revision", repeated, 0);
        expect(
                violations,
                "were explained but neither indexed nor rejected",
                missing(explained, indexed),
                rejectedBySink);
        expect(violations, "were indexed but never explained", missing(indexed, explained), 0);
        return violations;
    }

    private static void expect(List<String> violations, String what, long count, long accountedFor) {
        if (count > accountedFor) {
            violations.add(count - accountedFor + " accesses " + what);
        }
    }

    private static long missing(Set<String> wanted, Set<String> present) {
        return wanted.stream().filter(id -> !present.contains(id)).count();
    }
}
