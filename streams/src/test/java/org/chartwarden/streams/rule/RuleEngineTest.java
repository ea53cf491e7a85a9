package org.chartwarden.streams.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chartwarden.streams.state.Observation;
import org.chartwarden.streams.state.SubjectProfile;
import org.junit.jupiter.api.Test;

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
    void shouldRememberAtMostAThousandAccesses() {
        RuleEngine engine = new RuleEngine(List.of(only(RuleText.threshold())), HORIZON);

        for (int n = 1; n <= 1001; n++) {
            judge(engine, facts("a%04d".formatted(n), TIME.plus(Duration.ofMinutes(n))));
        }

        assertThat(remembered()).hasSize(1000).startsWith("a0002").endsWith("a1001");
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
            judge(engine, facts("a" + n, TIME.plusSeconds(n))).forEach(hit -> evidence.addAll(hit.evidence()));
        }

        evidence.removeIf(each -> each.getEventId().equals("a4"));
        assertThat(engine.holding(rule, evidence, TIME))
                .extracting(Observation::getEventId)
                .containsExactly("a1", "a2", "a3");
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

    private static Rule only(String content) {
        return RulePack.of("sample.yaml", content).rules().get(0);
    }
}
