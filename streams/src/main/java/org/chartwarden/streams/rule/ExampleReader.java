package org.chartwarden.streams.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chartwarden.model.PeerBaseline;
import org.chartwarden.yaml.Fields;

/** Reads a rule's examples. */
final class ExampleReader {

    private ExampleReader() {}

    /** @param least how many of either kind there must be */
    static List<Example> read(Fields rule, int least) {
        List<Example> examples = new ArrayList<>();
        rule.map("examples", List.of("fires", "silent")).ifPresent(both -> {
            examples.addAll(read(both, "fires", least));
            examples.addAll(read(both, "silent", least));
        });
        return examples;
    }

    private static List<Example> read(Fields both, String key, int least) {
        List<Fields> stories = both.maps(key, List.of("name", "peers", "accesses"));
        if (stories.size() < least) {
            both.problem(key, "must be a list of at least %d example%s".formatted(least, least == 1 ? "" : "s"));
        }
        return stories.stream().map(story -> read(story, key.equals("fires"))).toList();
    }

    private static Example read(Fields story, boolean fires) {
        String name = story.text("name").orElse("");
        Peers peers = story.has("peers") ? peers(story) : Peers.NONE;
        List<Fields> told = story.maps("accesses", ToldAccessReader.KEYS);
        if (told.isEmpty()) {
            story.problem("accesses", "must be a list of at least one access");
        }
        List<Example.Told> accesses = told.stream()
                .flatMap(access -> new ToldAccessReader(access).read().stream())
                .toList();
        return new Example(name, fires, accesses, peers, story.position());
    }

    /** The same for every group of peers. */
    private static Peers peers(Fields story) {
        Optional<PeerBaseline> baseline = story.map("peers", List.of("users", "median", "deviation"))
                .map(told -> PeerBaseline.newBuilder()
                        .setRuleId("")
                        .setPeerGroup("")
                        .setUsers(told.value("users", "a whole number", Integer::valueOf)
                                .orElse(0))
                        .setDays(0)
                        .setMedian(told.value("median", "a number", Double::valueOf)
                                .orElse(0.0))
                        .setDeviation(told.value("deviation", "a number", Double::valueOf)
                                .orElse(0.0))
                        .build());
        return (ruleId, peerGroup) -> baseline;
    }
}
