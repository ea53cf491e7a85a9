package org.chartwarden.streams.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chartwarden.streams.state.Observation;
import org.chartwarden.streams.state.SubjectProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RuleEngineTest {

    private static final Instant TIME = Instant.parse("2026-01-05T09:00:00Z");
    private static final Duration HORIZON = Duration.ofDays(7);

    private SubjectProfile profile;

    @Test
    void shouldLetAFaultyRuleSilenceNoOther() {
        Rule faulty = only(RuleText.valid()
                .replace("id: sample", "id: faulty")
                .replace("patient.vip\n", "user.roles[0] == 'nurse'\n")
                .replace("{patient.vip: true}", "{user.roles: [nurse]}"));
        Rule sound = only(RuleText.valid());

        List<Hit> hits = judge(new RuleEngine(List.of(faulty, sound), HORIZON), facts("a1", TIME));

        assertThat(hits).extracting(Hit::rule).containsExactly(sound);
    }

    @Test
    void shouldRememberNothingWhereNoRuleLooksAtSeveralAccesses() {
        RuleEngine engine = new RuleEngine(List.of(only(RuleText.valid())), HORIZON);

        Finding finding = engine.judge(facts("a1", TIME), null, Peers.NONE);

        assertThat(finding.changed()).isEmpty();
        assertThat(finding.hits()).hasSize(1);
    }

    @Test
    void shouldRememberNothingOfNobody() {
        RuleEngine engine = new RuleEngine(List.of(only(RuleText.threshold())), HORIZON);

        Finding finding = engine.judge(facts("a1", TIME, Map.of("user.id", "")), null, Peers.NONE);

        assertThat(finding.changed()).isEmpty();
        assertThat(finding.hits()).isEmpty();
    }

    @Test
    void shouldForgetWhatNoWindowCanHoldAnyMore() {
        RuleEngine engine = new RuleEngine(List.of(only(RuleText.threshold())), HORIZON);
        judge(engine, facts("a1", TIME));
        judge(engine, facts("a2", TIME.plus(Duration.ofMinutes(1))));

        judge(engine, facts("a3", TIME.plus(HORIZON).plus(Duration.ofHours(1)).plusSeconds(1)));

        assertThat(remembered()).containsExactly("a2", "a3");
    }

    @Test
    void shouldNotJudgeByWhatIsOlderThanItRemembers() {
        RuleEngine engine = new RuleEngine(List.of(only(RuleText.threshold())), HORIZON);
        for (int n = 1; n <= 3; n++) {
            judge(engine, facts("a" + n, TIME));
        }

        List<Hit> hits = judge(engine, facts("old", TIME.minus(Duration.ofDays(30))));

        assertThat(hits).isEmpty();
        assertThat(remembered()).containsExactly("a1", "a2", "a3");
    }

    @Test
    void shouldRememberNoMoreAccessesThanItsLimitNeeds() {
        RuleEngine engine = new RuleEngine(List.of(only(RuleText.threshold())), HORIZON);

        for (int n = 1; n <= 251; n++) {
            judge(engine, facts("a%04d".formatted(n), TIME.plus(Duration.ofMinutes(n))));
        }

        assertThat(remembered()).hasSize(250).startsWith("a0002").endsWith("a0251");
    }

    @Test
    void shouldRememberLittleOfLastStepsThatNothingLedTo() {
        String steps = "kind: sequence\nsteps: [{where: access.emergency}, {where: patient.vip}]\nwithin: PT5M";
        Rule rule = unchecked(detecting(1, steps).replace("where: access.opened && patient.vip\n", ""));
        RuleEngine engine = new RuleEngine(List.of(rule), HORIZON);
        judge(engine, facts("first", TIME, Map.of("access.emergency", true, "patient.vip", false)));
        judge(engine, facts("led", TIME.plus(Duration.ofMinutes(5))));
        for (int n = 1; n <= 251; n++) {
            judge(engine, facts("a%04d".formatted(n), TIME.plus(Duration.ofMinutes(5 + n))));
        }

        List<Hit> late = judge(
                engine,
                facts(
                        "late",
                        TIME.plus(Duration.ofMinutes(255)).plusSeconds(30),
                        Map.of("access.emergency", true, "patient.vip", false)));

        assertThat(remembered())
                .hasSize(253)
                .startsWith("first", "led", "a0002")
                .endsWith("late", "a0251");
        assertThat(late)
                .singleElement()
                .satisfies(hit -> assertThat(hit.evidence())
                        .extracting(Observation::getEventId)
                        .containsExactly("late", "a0251"));
    }

    /** As the documentation tells one to: the file is copied, keeps its id, and gets a higher version. */
    @ParameterizedTest
    @MethodSource("changes")
    void shouldBeginAnewWhereTheRuleHasChanged(String before, String after) {
        Rule old = unchecked(detecting(1, before));
        Rule changed = unchecked(detecting(2, after));
        judge(new RuleEngine(List.of(old), HORIZON), facts("a1", TIME));

        RuleEngine engine = new RuleEngine(List.of(changed), HORIZON);
        List<Hit> hits = judge(engine, facts("a2", TIME.plusSeconds(1), Map.of("patient.number", 5L)));

        assertThat(hits).isEmpty();
        assertThat(profile.getRules().get("sample").getShape()).isEqualTo(changed.shape());
        assertThat(remembered()).doesNotContain("a1");
    }

    private static Stream<Arguments> changes() {
        List<String> kinds = List.of(
                "kind: threshold\ncount: true\nmoreThan: 1\nwithin: PT1H",
                "kind: threshold\ndistinct: patient.id\nmoreThan: 1\nwithin: PT1H",
                "kind: threshold\nrun: patient.number\nmoreThan: 1\nwithin: PT1H",
                "kind: threshold\ndistinct: patient.id\nbaseline: {of: own, sigmas: 3, atLeast: 2, learning: P14D}",
                "kind: first-seen\nvalue: patient.id\nlearning: PT1S\nforget: PT6M",
                "kind: accumulate\nweight: patient.number\nonce: patient.id\nhalfLife: PT20M\nmoreThan: 12");
        return kinds.stream().flatMap(before -> kinds.stream().map(after -> arguments(before, after)));
    }

    private static String detecting(int version, String detection) {
        return RuleText.valid().replace("kind: match\n", detection + "\n").replace("version: 1", "version: " + version);
    }

    @Test
    void shouldForgetAWithdrawnAccess() {
        RuleEngine engine = new RuleEngine(List.of(only(RuleText.threshold())), HORIZON);
        judge(engine, facts("a1", TIME));
        judge(engine, facts("a2", TIME));

        profile = engine.withdraw("a1", TIME, profile).orElseThrow();

        assertThat(remembered()).containsExactly("a2");
        assertThat(engine.withdraw("a1", TIME, profile)).isEmpty();
    }

    @Test
    void shouldHoldOnlyWhatStillFires() {
        Rule rule = only(RuleText.threshold());
        RuleEngine engine = new RuleEngine(List.of(rule), HORIZON);
        List<Observation> evidence = new ArrayList<>();
        for (int n = 1; n <= 4; n++) {
            evidence.addAll(judge(engine, facts("a" + n, TIME.plusSeconds(n))).stream()
                    .flatMap(hit -> hit.evidence().stream())
                    .filter(each -> !evidence.contains(each))
                    .toList());
        }

        evidence.removeIf(each -> each.getEventId().equals("a4"));
        assertThat(engine.holding(rule, evidence, TIME))
                .singleElement()
                .satisfies(window ->
                        assertThat(window).extracting(Observation::getEventId).containsExactly("a1", "a2", "a3"));
        assertThat(engine.holding(rule, evidence, TIME.plusSeconds(4))).isEmpty();
        evidence.removeIf(each -> each.getEventId().equals("a2"));
        assertThat(engine.holding(rule, evidence, TIME)).isEmpty();
    }

    @Test
    void shouldTellWhoDidItAndWhatSpeaksForIt() {
        RuleEngine engine = new RuleEngine(List.of(only(RuleText.valid())), HORIZON);

        List<Hit> hits = judge(engine, facts("a1", TIME, Map.of("access.emergency", true)));

        assertThat(hits)
                .singleElement()
                .satisfies(hit -> assertThat(hit.evidence()).singleElement().satisfies(each -> {
                    assertThat(each.getUserId()).isEqualTo("u1");
                    assertThat(each.getMitigations()).containsExactly("The user declared an emergency");
                }));
    }

    private List<String> remembered() {
        List<String> ids = new ArrayList<>();
        profile.getRules().get("sample").getObservations().forEach(each -> ids.add(each.getEventId()));
        return ids;
    }

    private List<Hit> judge(RuleEngine engine, Facts facts) {
        Finding finding = engine.judge(facts, profile, Peers.NONE);
        finding.changed().ifPresent(changed -> profile = changed);
        return finding.hits();
    }

    private static Facts facts(String eventId, Instant time) {
        return facts(eventId, time, Map.of());
    }

    private static Facts facts(String eventId, Instant time, Map<String, Object> more) {
        Map<String, Object> values =
                new HashMap<>(Map.of("user.id", "u1", "patient.id", "of-" + eventId, "patient.vip", true));
        values.putAll(more);
        return Facts.told(eventId, time, ZoneOffset.UTC, values);
    }

    /** Without running its examples. */
    private static Rule unchecked(String content) {
        RuleLoading loading = new RuleLoading();
        loading.site("sample.yaml", content);
        return loading.finish().rules().get(0);
    }

    private static Rule only(String content) {
        return RulePack.of("sample.yaml", content).rules().get(0);
    }
}
