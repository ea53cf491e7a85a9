package org.chartwarden.standalone.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.DeadLetter;
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

/** One mail an alert, whatever happens to the sink and to the mail server. */
@TestInstance(Lifecycle.PER_CLASS)
class MailSinkIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

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
        await().atMost(LIMIT).until(() -> mailsAbout("once").size() == 1);
        bench.stopSink();

        bench.produce(Topics.ALERTS, "once", Records.alert("once", 3));
        bench.startSink();
        bench.produce(Topics.ALERTS, "once", Records.alert("next", 1));
        await().atMost(LIMIT).until(() -> mailsAbout("next").size() == 1);

        assertThat(mailsAbout("once")).hasSize(1);
        assertThat(mailsAbout("once").get(0))
                .contains("To: ann@hospital.example, bob@hospital.example", "Message-ID: <", "text/plain", "text/html")
                .doesNotContain("Jane", "u1", "p1", "vip");
    }

    @Test
    void shouldMailAnAlertNotBeforeItIsOpenAndNeverWhenPaperworkExplainedIt() throws Exception {
        mailbox = Mailbox.start(mails, port);
        bench.startSink();
        bench.produce(Topics.ALERTS, "explained", Records.alert("explained", 1, AlertStatus.PROVISIONAL));
        bench.produce(Topics.ALERTS, "explained", Records.alert("explained", 2, AlertStatus.EXPLAINED));
        bench.produce(Topics.ALERTS, "explained", Records.alert("opened", 1, AlertStatus.PROVISIONAL));
        bench.produce(Topics.ALERTS, "explained", Records.alert("behind-it", 1));
        await().atMost(LIMIT).until(() -> mailsAbout("behind-it").size() == 1);
        assertThat(mailsAbout("opened")).isEmpty();

        bench.produce(Topics.ALERTS, "explained", Records.alert("opened", 2, AlertStatus.OPEN));

        await().atMost(LIMIT).until(() -> mailsAbout("opened").size() == 1);
        assertThat(mailsAbout("explained")).isEmpty();
    }

    @Test
    void shouldWaitForTheMailServerAndThenSendOnce() throws Exception {
        bench.startSink();
        bench.produce(Topics.ALERTS, "waits", Records.alert("waits", 1));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(bench.problem().orElse(""))
                        .startsWith("mail-sink: The mail server 127.0.0.1:" + port + " does not take mails: "));

        mailbox = Mailbox.start(mails, port);

        await().atMost(LIMIT)
                .until(() -> mailsAbout("waits").size() == 1 && bench.problem().isEmpty());
        bench.produce(Topics.ALERTS, "waits", Records.alert("after-it", 1));
        await().atMost(LIMIT).until(() -> mailsAbout("after-it").size() == 1);
        assertThat(mailsAbout("waits")).hasSize(1);
    }

    @Test
    void shouldMailTheOthersAndKeepTheReasonWhenARecipientIsRefused() throws Exception {
        try (RefusingMailServer server = RefusingMailServer.start(port, "bob@hospital.example")) {
            bench.startSink();
            bench.produce(Topics.ALERTS, "refused", Records.alert("refused", 1));
            await().atMost(LIMIT).until(() -> !deadLetters().isEmpty());
            bench.produce(Topics.ALERTS, "refused", Records.alert("refused", 2));
            bench.produce(Topics.ALERTS, "refused", Records.alert("behind", 1));
            await().atMost(LIMIT).until(() -> deadLetters().size() == 2);

            assertThat(server.accepted()).isEqualTo(List.of("ann@hospital.example", "ann@hospital.example"));
            assertThat(deadLetters())
                    .extracting(DeadLetter::getReason)
                    .containsOnly("The mail server does not take the alert's mail: a recipient was refused with 550");
        }
    }

    private List<String> mailsAbout(String alertId) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path mail : Mailbox.mails(mails)) {
            String text = Files.readString(mail);
            if (text.contains("Alert:     " + alertId + "\r\n")) {
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
