package org.chartwarden.standalone.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.Decision;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.settings.Setting;
import org.chartwarden.standalone.check.TopicReader;
import org.chartwarden.standalone.command.CommandLineRun;
import org.chartwarden.topic.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the owners of the rules do with a running system: they drop a file into its folder, try one beforehand, and
 * decide alerts. One system is carried through, so the tests have an order.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class RulesIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern ALERT_ID = Pattern.compile("alert ([0-9a-f]{32})");

    private static final String RULE = """
            id: any-observation
            version: 1
            name: Observation opened
            meaning: A user whom this site looks at opened a record.
            kind: match
            where: access.opened && user.id == 'u3'
            severity: low
            group: {by: [user, patient], for: P1D}
            mail: false
            reason: Opened a record.
            investigate: [Ask the person why.]
            falsePositives: [Many.]
            references: [45 CFR 164.312(b)]
            examples:
              fires:
                - name: the user
                  accesses: [{user.id: u3, patient.id: p1}]
              silent:
                - name: another user
                  accesses: [{user.id: u4, patient.id: p1}]
            """;

    private static final String THREE_MISTAKES = RULE.replace("any-observation", "broken-rule")
            .replace("user.id == 'u3'", "user.idd == 'u3'")
            .replace("severity: low", "severity: lowest")
            .replace("mail: false", "mail: perhaps");

    private Path folder;
    private Path rules;
    private RunningSite site;
    private Charts charts;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        folder = directory;
        site = RunningSite.start(folder, Map.of());
        rules = Path.of(site.settings().text(Setting.STREAMS_RULES_DIRECTORY));
        charts = new Charts(site.settings());
        charts.watch("p1");
        site.drain(LIMIT);
    }

    @AfterAll
    void stop() {
        if (site != null) {
            site.close();
        }
    }

    @Test
    @Order(1)
    void shouldGoOnAsBeforeWhenABadFileIsDroppedIn() throws Exception {
        open("u1", "p1");
        Path bad = Files.writeString(rules.resolve("broken.yaml"), THREE_MISTAKES);

        CommandLineRun lint = site.run("rules", "lint");
        await().atMost(LIMIT).until(() -> site.log("streams").contains("broken.yaml:"));
        open("u2", "p1");

        assertThat(lint.exitCode()).isEqualTo(1);
        assertThat(lint.out().lines().filter(line -> line.startsWith(bad + ":")))
                .hasSize(3);
        assertThat(alerts()).extracting(Alert::getRuleId).containsOnly("vip-without-explanation");
        assertThat(alerts()).extracting(Alert::getUserId).containsExactlyInAnyOrder("u1", "u2");
        Files.delete(bad);
    }

    @Test
    @Order(2)
    void shouldJudgeByANewRuleWithoutARestartAsBacktestHadForetold() throws Exception {
        long process = site.system().streams().pid();
        Path candidate = Files.writeString(folder.resolve("candidate.yaml"), RULE);
        open("u3", "p2");

        CommandLineRun backtest = site.run("rules", "backtest", candidate.toString());
        List<Alert> before = alerts();
        Files.copy(candidate, rules.resolve("any-observation.yaml"));
        await().atMost(LIMIT).until(() -> {
            open("u3", "p2");
            return alerts().size() > before.size();
        });

        assertThat(backtest.exitCode()).isZero();
        assertThat(backtest.out()).contains("1 alerts, 0 of them raised by a current rule already");
        List<Alert> raised = new ArrayList<>(alerts());
        raised.removeAll(before);
        assertThat(raised).singleElement().satisfies(alert -> {
            assertThat(alert.getRuleId()).isEqualTo("any-observation");
            assertThat(alert.getAlertId()).isEqualTo(foretold(backtest));
        });
        assertThat(site.system().streams().pid()).isEqualTo(process);
    }

    @Test
    @Order(3)
    void shouldCloseADecidedAlertAndStaySilentAboutThePairFromThen() throws Exception {
        String alertId = alertOf("u1").getAlertId();

        CommandLineRun decided =
                site.run("decide", alertId, "--as", "appropriate", "--silence", "pair", "--by", "officer-1");
        await().atMost(LIMIT).until(() -> alertOf("u1").getStatus() == AlertStatus.CLOSED);
        int revision = alertOf("u1").getRevision();
        open("u1", "p1");
        CommandLineRun list = site.run("rules", "list");

        assertThat(decided.exitCode()).isZero();
        assertThat(alertOf("u1").getDecision()).isEqualTo(Decision.APPROPRIATE);
        assertThat(alertOf("u1").getRevision()).isEqualTo(revision);
        ExplainedAccess last = latestOf("u1");
        assertThat(last.getSilencedBy()).isEqualTo(alertOf("u1").getDispositionId());
        assertThat(last.getRuleHits()).isEmpty();
        assertThat(list.out().lines().filter(line -> line.startsWith("vip-without-explanation ")))
                .singleElement()
                .asString()
                .matches(".* 2 +0 +0 +1 +0"); // fired, open (the other is provisional), confirmed, dismissed,
        // self-closed
    }

    @Test
    @Order(4)
    void shouldDecideNothingAboutAnAlertThatThereIsNot() {
        CommandLineRun run = site.run("decide", "nonsense", "--as", "appropriate", "--by", "o1");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("chartwarden: There is no alert nonsense: ./chartwarden export alerts prints them all."
                        + " Nothing is decided.\n");
    }

    private void open(String user, String patient) throws IOException, InterruptedException {
        charts.open(user, patient);
        site.drain(LIMIT);
    }

    private List<Alert> alerts() {
        return List.copyOf(
                new TopicReader(site.settings()).newest(Topics.ALERTS).values());
    }

    private Alert alertOf(String user) {
        return alerts().stream()
                .filter(alert -> alert.getUserId().equals(user))
                .findFirst()
                .orElseThrow();
    }

    private ExplainedAccess latestOf(String user) {
        List<ExplainedAccess> all = new ArrayList<>();
        new TopicReader(site.settings()).read(Topics.EXPLAINED, entry -> all.add(entry.value()));
        return all.stream()
                .filter(access -> user.equals(access.getAccess().getUserId()))
                .reduce((one, other) ->
                        other.getAccess().getTime().isBefore(one.getAccess().getTime()) ? one : other)
                .orElseThrow();
    }

    private static String foretold(CommandLineRun backtest) {
        Matcher matcher = ALERT_ID.matcher(backtest.out());
        assertThat(matcher.find()).as("an alert in: " + backtest.out()).isTrue();
        return matcher.group(1);
    }
}
