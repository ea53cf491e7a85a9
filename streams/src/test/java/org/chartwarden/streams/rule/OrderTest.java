package org.chartwarden.streams.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.chartwarden.streams.state.SubjectProfile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the rules find is the same in whatever order accesses arrive. */
class OrderTest {

    private static final Instant TIME = Instant.parse("2026-01-05T09:00:00Z");
    private static final int ACCESSES = 40;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind: threshold\ndistinct: patient.id\nmoreThan: 3\nwithin: PT10M",
                "kind: threshold\ncount: true\nper: patient.id\nmoreThan: 2\nwithin: PT1H",
                "kind: threshold\nrun: patient.number\nmoreThan: 3\nwithin: PT30M",
                "kind: threshold\ndistinct: patient.id\nexcept: access.emergency\nmoreThan: 1\nwithin: PT30M",
                "kind: sequence\nsteps: [{where: access.emergency}, {where: patient.vip}, {where: access.first}]\n"
                        + "per: patient.id\nwithin: PT30M",
                "kind: first-seen\nvalue: patient.id\nlearning: PT1S\nforget: PT6M",
                "kind: first-seen\nvalue: patient.id\namong: access.emergency\nlearning: PT1S\nforget: PT9M",
                "kind: accumulate\nweight: patient.number\nonce: patient.id\nhalfLife: PT20M\nmoreThan: 12",
            })
    void shouldFindTheSameInAnyOrder(String detection) {
        String where = detection.startsWith("kind: sequence") ? "" : "where: patient.vip\n";
        Rule rule = rule(where + detection);
        List<Facts> accesses = accesses(new Random(7));
        Set<String> expected = found(rule, accesses);
        assertThat(expected).isNotEmpty();

        for (int seed = 0; seed < 30; seed++) {
            List<Facts> shuffled = new ArrayList<>(accesses);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(found(rule, shuffled)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    private static List<Facts> accesses(Random random) {
        return IntStream.range(0, ACCESSES)
                .mapToObj(n -> {
                    int patient = random.nextInt(7);
                    return Facts.told(
                            "a" + n,
                            TIME.plus(Duration.ofMinutes(random.nextInt(60))),
                            ZoneOffset.UTC,
                            Map.of(
                                    "user.id",
                                    "u1",
                                    "patient.id",
                                    "p" + patient,
                                    "patient.number",
                                    (long) patient,
                                    "patient.vip",
                                    random.nextBoolean(),
                                    "access.first",
                                    random.nextBoolean(),
                                    "access.emergency",
                                    random.nextInt(5) == 0));
                })
                .toList();
    }

    /** The evidence of all windows that fire: the window's end, and the access. */
    private static Set<String> found(Rule rule, List<Facts> accesses) {
        RuleEngine engine = new RuleEngine(List.of(rule), Duration.ofDays(7));
        SubjectProfile profile = null;
        Set<String> found = new TreeSet<>();
        for (Facts facts : accesses) {
            Finding finding = engine.judge(facts, profile, Peers.NONE);
            profile = finding.changed().orElse(profile);
            finding.withdrawals().forEach(each -> found.removeIf(known -> known.endsWith(" " + each.eventId())));
            finding.hits()
                    .forEach(hit -> hit.evidence().forEach(each -> found.add(hit.at() + " " + each.getEventId())));
        }
        return found;
    }

    private static Rule rule(String detection) {
        RuleLoading loading = new RuleLoading();
        loading.site(
                "sample.yaml",
                RuleText.valid()
                        .replace("kind: match\n", "")
                        .replace("where: access.opened && patient.vip\n", detection + "\n"));
        return loading.finish().rules().get(0);
    }
}
