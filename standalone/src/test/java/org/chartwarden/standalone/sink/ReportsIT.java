package org.chartwarden.standalone.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.Decision;
import org.chartwarden.model.Department;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.RuleHit;
import org.chartwarden.model.Severity;
import org.chartwarden.settings.Setting;
import org.chartwarden.sink.search.AuditSearch;
import org.chartwarden.standalone.command.CommandLineRun;
import org.chartwarden.topic.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Each report as it is typed, from what the sink wrote into a real Elasticsearch. */
@TestInstance(Lifecycle.PER_CLASS)
class ReportsIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int NOBODY_LISTENS = 1;
    private static final int COLLEAGUES = 6;
    private static final Department ONCOLOGY =
            Department.newBuilder().setId("d1").setName("Oncology").build();

    private final List<Path> folders = new ArrayList<>();
    private SinkBench bench;
    private Path folder;
    private Path config;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        this.folder = folder;
        bench = SinkBench.start(Files.createDirectory(folder.resolve("stack")), NOBODY_LISTENS);
        bench.startSink();
        config = Files.writeString(folder.resolve("settings.properties"), """
                kafka.bootstrap.servers=%s
                elasticsearch.url=%s
                serde.schema.registry.url=%s
                site.zone=UTC
                site.name=Test Hospital
                """.formatted(
                        bench.settings().kafka().get("bootstrap.servers"),
                        bench.settings().text(Setting.ELASTICSEARCH_URL),
                        bench.settings().serde().get("schema.registry.url")));
        fill();
        try (AuditSearch search = AuditSearch.open(bench.settings())) {
            await().atMost(LIMIT)
                    .ignoreExceptions()
                    .until(() -> search.counts().accesses() == COLLEAGUES + 3
                            && search.counts().alerts() == 2);
        }
    }

    @AfterAll
    void stop() {
        if (bench != null) {
            bench.close();
        }
    }

    private void fill() throws Exception {
        for (int i = 0; i < COLLEAGUES; i++) {
            produce(access("colleague-" + i, "u" + i, "p" + i));
        }
        produce(ExplainedAccess.newBuilder(access("merged", "u1", "old"))
                .setMergedInto("new")
                .build());
        produce(ExplainedAccess.newBuilder(access("violation", "u1", "new"))
                .setRuleHits(List.of(RuleHit.newBuilder()
                        .setRuleId("vip-without-explanation")
                        .setRuleVersion(1)
                        .setSeverity(Severity.HIGH)
                        .setAlertId("a1")
                        .setReason("a VIP")
                        .build()))
                .build());
        ExplainedAccess opened = access("export", "=u2", "new");
        produce(ExplainedAccess.newBuilder(opened)
                .setAccess(AccessEvent.newBuilder(opened.getAccess())
                        .setCategory(AccessCategory.EXPORT)
                        .build())
                .build());
        Alert decided = Records.decided("a1", "vip-without-explanation", Decision.VIOLATION_CURIOSITY);
        bench.produce(Topics.ALERTS, "a1", inOncology(decided));
        bench.produce(Topics.ALERTS, "a2", inOncology(Records.alert("a2", 1, AlertStatus.EXPLAINED)));
    }

    private static Alert inOncology(Alert alert) {
        return Alert.newBuilder(alert).setUserDepartments(List.of(ONCOLOGY)).build();
    }

    private static ExplainedAccess access(String eventId, String userId, String patientId) {
        ExplainedAccess access = Records.access(eventId, userId, 1);
        return ExplainedAccess.newBuilder(access)
                .setAccess(AccessEvent.newBuilder(access.getAccess())
                        .setPatientId(patientId)
                        .build())
                .setUserDepartments(List.of(ONCOLOGY))
                .setUserRoles(List.of("nurse"))
                .build();
    }

    private void produce(ExplainedAccess access) throws Exception {
        bench.produce(Topics.EXPLAINED, access.getAccess().getEventId(), access);
    }

    @Test
    void shouldTellAPatientWhoOpenedTheRecordUnderAnyOfItsIds() throws IOException {
        List<String> lines =
                report("opened 3 times by 2 people and accounts; 3 times no reason is on record", "patient", "old");

        assertThat(lines).hasSize(4).anyMatch(line -> line.contains(",old,")).anyMatch(line -> line.contains(",'=u2,"));
    }

    @Test
    void shouldAccountForViolationsAndExports() throws IOException {
        List<String> lines = report(
                "2 disclosures accounted for; 1 access to be settled by the privacy office", "disclosures", "new");

        assertThat(lines).hasSize(4);
    }

    @Test
    void shouldTellWhatAUserDid() throws IOException {
        List<String> lines = report(
                "3 chart openings of 3 patients, 0.0 % explained; 2 alerts",
                "user", "u1", "--since", "2026-01-31", "--until", "2026-02-01");

        assertThat(lines).hasSize(4);
    }

    @Test
    void shouldSumUpTheAlerts() throws IOException {
        List<String> lines = report(
                "2 alerts: 1 decided, 0 open, 0 overdue", "alerts", "--since", "2026-01-01", "--until", "2026-02-01");

        assertThat(lines).anyMatch(line -> line.contains(",a1,") && line.contains("\"violation, curiosity\""));
    }

    @Test
    void shouldTellWhereToTeach() throws IOException {
        List<String> lines = report(
                "1 line of departments; 1 incident to learn from",
                "training",
                "--since",
                "2026-01-01",
                "--until",
                "2026-02-01");

        // seven people: the colleagues and the one who exported
        assertThat(lines.get(1)).startsWith("Oncology,7,9,9,1,1,0,0,0,0,");
    }

    @Test
    void shouldMakeAReportOfWhatWasNotFound() throws IOException {
        List<String> lines =
                report("0 chart openings of 0 patients, – explained; 0 alerts", "user", "nobody", "--by", "officer1");

        assertThat(lines).hasSize(1);
    }

    /** The lines of the CSV file, the header first. */
    private List<String> report(String summary, String... arguments) throws IOException {
        Path out = folder.resolve("out-" + folders.size());
        folders.add(out);
        List<String> all = new ArrayList<>(List.of("report"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--config", config.toString(), "--out", out.toString()));

        CommandLineRun run = CommandLineRun.of(folder, all.toArray(String[]::new));

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).last().isEqualTo(summary);
        try (Stream<Path> files = Files.list(out)) {
            List<Path> made = files.sorted().toList();
            assertThat(made).hasSize(2);
            assertThat(Files.readAllBytes(made.get(1))).startsWith((byte) '%', (byte) 'P', (byte) 'D', (byte) 'F');
            return Files.readString(made.get(0)).lines().toList();
        }
    }
}
