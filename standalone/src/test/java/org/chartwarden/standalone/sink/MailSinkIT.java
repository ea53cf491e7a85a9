package org.chartwarden.standalone.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.standalone.bench.TlsMaterial;
import org.chartwarden.standalone.check.TopicReader;
import org.chartwarden.standalone.mail.Mailbox;
import org.chartwarden.topic.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** One mail an alert to each recipient, whatever happens to the sink and to the mail server. */
@TestInstance(Lifecycle.PER_CLASS)
class MailSinkIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String ANN = "ann@hospital.example";
    private static final String BOB = "bob@hospital.example";

    private Path mails;
    private int port;
    private SinkBench bench;
    private Mailbox mailbox;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        mails = Files.createDirectory(folder.resolve("mails"));
        bench = SinkBench.start(folder.resolve("data"), port);
    }

    @AfterEach
    void stopSinkAndMailbox() {
        bench.stopSink();
        closeMailbox();
    }

    @AfterAll
    void stop() {
        if (bench != null) {
            bench.close();
        }
    }

    private void closeMailbox() {
        if (mailbox != null) {
            mailbox.close();
            mailbox = null;
        }
    }

    @Test
    void shouldSendOneMailAnAlertAcrossRevisionsAndARestart() throws Exception {
        mailbox = Mailbox.start(mails, port);
        bench.startSink();
        bench.produce(Topics.ALERTS, "once", Records.alert("once", 1));
        bench.produce(Topics.ALERTS, "once", Records.alert("once", 2));
        await().atMost(LIMIT).until(() -> mailsAbout("once").size() == 2);
        bench.stopSink();

        bench.produce(Topics.ALERTS, "once", Records.alert("once", 3));
        bench.startSink();
        bench.produce(Topics.ALERTS, "once", Records.alert("next", 1));
        await().atMost(LIMIT).until(() -> mailsAbout("next").size() == 2);

        assertThat(mailsAbout("once"))
                .hasSize(2)
                .anyMatch(mail -> mail.contains("To: ann@hospital.example\r\n"))
                .anyMatch(mail -> mail.contains("To: bob@hospital.example\r\n"))
                .allSatisfy(mail -> assertThat(mail)
                        .contains("Message-ID: <", "text/plain", "text/html")
                        .doesNotContain("Jane", "u1", "p1", "vip"));
    }

    @Test
    void shouldMailAnAlertNotBeforeItIsOpenAndNeverWhenPaperworkExplainedIt() throws Exception {
        mailbox = Mailbox.start(mails, port);
        bench.startSink();
        bench.produce(Topics.ALERTS, "explained", Records.alert("explained", 1, AlertStatus.PROVISIONAL));
        bench.produce(Topics.ALERTS, "explained", Records.alert("explained", 2, AlertStatus.EXPLAINED));
        bench.produce(Topics.ALERTS, "explained", Records.alert("opened", 1, AlertStatus.PROVISIONAL));
        bench.produce(Topics.ALERTS, "explained", Records.alert("behind-it", 1));
        await().atMost(LIMIT).until(() -> mailsAbout("behind-it").size() == 2);
        assertThat(mailsAbout("opened")).isEmpty();

        bench.produce(Topics.ALERTS, "explained", Records.alert("opened", 2, AlertStatus.OPEN));

        await().atMost(LIMIT).until(() -> mailsAbout("opened").size() == 2);
        assertThat(mailsAbout("explained")).isEmpty();
    }

    @Test
    void shouldWaitForTheMailServerAlsoAcrossARestartAndThenSendOnce() throws Exception {
        bench.startSink();
        bench.produce(Topics.ALERTS, "waits", Records.alert("waits", 1));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(bench.problem().orElse(""))
                        .startsWith("mail-sink: The mail server 127.0.0.1:" + port + " does not take mails: "));
        bench.stopSink();

        mailbox = Mailbox.start(mails, port);
        bench.startSink();

        await().atMost(LIMIT)
                .until(() -> mailsAbout("waits").size() == 2 && bench.problem().isEmpty());
        bench.produce(Topics.ALERTS, "waits", Records.alert("after-it", 1));
        await().atMost(LIMIT).until(() -> mailsAbout("after-it").size() == 2);
        assertThat(mailsAbout("waits")).hasSize(2);
    }

    @Test
    void shouldMailTheOfficeWhenARecipientIsRefusedAndKeepTheReasonWhenEverybodyIs() throws Exception {
        try (TestMailServer server = TestMailServer.start(port).refuse("gone@hospital.example")) {
            bench.startSink(recipients("refused", "gone@hospital.example", ""));
            produce("refused-by-one", "refused");
            await().atMost(LIMIT)
                    .until(() -> server.hasTold(ANN, "refused-by-one") && server.hasTold(BOB, "refused-by-one"));

            server.refuse(ANN, BOB);
            produce("refused-by-all", "refused");
            await().atMost(LIMIT).until(() -> !deadLetters().isEmpty());

            assertThat(deadLetters())
                    .extracting(DeadLetter::getReason)
                    .containsExactly("The mail server takes the alert's mail for nobody whom it concerns: the recipient"
                            + " was refused with 550");
            assertThat(bench.problem()).isEmpty();
        }
    }

    @Test
    void shouldTryAgainWhenTheServerAsksToComeLater() throws Exception {
        try (TestMailServer server = TestMailServer.start(port).answer(421, 451)) {
            bench.startSink(recipients("later", "later@hospital.example", ""));
            produce("later", "later");

            await().atMost(LIMIT)
                    .until(() -> server.to("later@hospital.example").size() == 1);
            assertThat(server.hasAnswered()).isTrue();
        }
    }

    @Test
    void shouldSendOverTlsAfterALoginAndSayThatThePasswordIsWrong(@TempDir Path folder) throws Exception {
        TlsMaterial tls = TlsMaterial.make(folder, "changeit");
        Map<String, String> settings = new HashMap<>(recipients("tls", "tls@hospital.example", ""));
        settings.putAll(Map.of(
                "mail.starttls", "true",
                "mail.username", "bot",
                "mail.password", "wrong",
                "tls.truststore", tls.keystore().toString(),
                "tls.truststore.password", "changeit"));
        try (TestMailServer server = TestMailServer.startSecret(port, tls.context(), "bot", "right")) {
            bench.startSink(settings);
            produce("tls", "tls");
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(bench.problem().orElse(""))
                            .startsWith("mail-sink: The mail server 127.0.0.1:" + port + " does not take mails: it"
                                    + " refuses the login (mail.username, mail.password). Mails that wait: "));
            bench.stopSink();

            settings.put("mail.password", "right");
            bench.startSink(settings);

            await().atMost(LIMIT).until(() -> server.to("tls@hospital.example").size() == 1);
            assertThat(server.to("tls@hospital.example").get(0).secret()).isTrue();
        }
    }

    @Test
    void shouldTellTheRestInOneDigestAndRememberTheLimitAcrossARestart() throws Exception {
        String limited = "limited@hospital.example";
        Map<String, String> settings = recipients("limit", limited, "    hourly-limit: 3\n");
        for (int i = 0; i < 5; i++) {
            produce("limit-" + i, "limit");
        }
        try (TestMailServer server = TestMailServer.start(port)) {
            bench.startSink(settings);
            await().atMost(LIMIT).until(() -> server.to(limited).size() == 3);
            bench.stopSink();
            produce("limit-5", "limit");
            bench.startSink(settings);
            produce("behind-the-limit", "of-the-office");
            await().atMost(LIMIT).until(() -> server.hasTold(ANN, "behind-the-limit"));

            assertThat(server.subjectsTo(limited))
                    .hasSize(3)
                    .last()
                    .isEqualTo("[Chartwarden] Many at once, 3 alerts: 3 HIGH");
        }
    }

    @Test
    void shouldTellTheAlertsOfAnHourTogether() throws Exception {
        String hourly = "hourly@hospital.example";
        Instant opened = Instant.now().minus(Duration.ofHours(2));
        for (String id : List.of("hourly-1", "hourly-2")) {
            bench.produce(
                    Topics.ALERTS,
                    id,
                    Alert.newBuilder(Records.alert(id, 1))
                            .setRuleId("hourly")
                            .setOpenedAt(opened)
                            .build());
        }
        try (TestMailServer server = TestMailServer.start(port)) {
            bench.startSink(recipients("hourly", hourly, "    hourly: [high]\n"));
            await().atMost(LIMIT).until(() -> !server.to(hourly).isEmpty());

            assertThat(server.subjectsTo(hourly)).containsExactly("[Chartwarden] Hourly digest, 2 alerts: 2 HIGH");
        }
    }

    /** One who gets the alerts of a rule; all others go to Ann and Bob. */
    private Map<String, String> recipients(String rule, String address, String more) throws IOException {
        Path file = mails.resolveSibling(rule + ".yml");
        Files.writeString(file, "recipients:\n  - address: " + address + "\n    rules: [" + rule + "]\n" + more);
        return Map.of("mail.recipients.file", file.toString());
    }

    private void produce(String alertId, String rule) throws Exception {
        Alert alert =
                Alert.newBuilder(Records.alert(alertId, 1)).setRuleId(rule).build();
        bench.produce(Topics.ALERTS, alertId, alert);
    }

    private List<String> mailsAbout(String alertId) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path mail : Mailbox.mails(mails)) {
            String text = Files.readString(mail);
            if (text.contains("\r\nAlert:     " + alertId + "\r\n")) {
                found.add(text);
            }
        }
        return found;
    }

    private List<DeadLetter> deadLetters() {
        List<DeadLetter> letters = new ArrayList<>();
        new TopicReader(bench.settings()).read(Topics.DEAD_LETTER, entry -> letters.add(entry.value()));
        return letters;
    }
}
