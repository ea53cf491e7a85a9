package org.chartwarden.streams.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chartwarden.streams.state.UserProfile;
import org.junit.jupiter.api.Test;

class RuleEngineTest {

    private static final Instant TIME = Instant.parse("2026-01-05T09:00:00Z");
    private static final Duration HORIZON = Duration.ofDays(7);

    private UserProfile profile;

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
    void shouldRememberNothingOfAUserWhomNoThresholdRuleLooksAt() {
        RuleEngine engine = new RuleEngine(List.of(only(RuleText.valid())), HORIZON);

        RuleEngine.Finding finding = engine.judge(facts("a1", TIME), () -> {
            throw new AssertionError("the profile was read");
        });

        assertThat(finding.changed()).isEmpty();
        assertThat(finding.hits()).hasSize(1);
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
            judge(engine, facts("a" + n, TIME.plusSeconds(n)));
        }

        assertThat(remembered()).hasSize(1000).startsWith("a2").endsWith("a1001");
    }

    private List<String> remembered() {
        List<String> ids = new ArrayList<>();
        profile.getObservations().get("sample").forEach(each -> ids.add(each.getEventId()));
        return ids;
    }

    private List<Hit> judge(RuleEngine engine, Facts facts) {
        RuleEngine.Finding finding = engine.judge(facts, () -> profile);
        finding.changed().ifPresent(changed -> profile = changed);
        return finding.hits();
    }

    private static Facts facts(String eventId, Instant time) {
        return new Facts(
                eventId,
                time,
                Map.of("user.id", "u1", "patient.id", "of-" + eventId, "patient.vip", true),
                List.of(),
                List.of());
    }

    private static Rule only(String content) {
        return RulePack.of("sample.yaml", content).rules().get(0);
    }
}
