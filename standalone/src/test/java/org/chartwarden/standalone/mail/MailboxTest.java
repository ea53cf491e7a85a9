package org.chartwarden.standalone.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.chartwarden.standalone.StackException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // the mailbox works while it is open, without being called
class MailboxTest {

    @TempDir
    private Path folder;

    private int port;
    private Session session;

    @BeforeEach
    void choosePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        session = Session.getInstance(properties);
    }

    private void send(String subject) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress("chartwarden@example.org"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("officer@example.org"));
        message.setSubject(subject);
        message.setText("Body\n.\nwith a lonely dot and an umlaut: \u00fc", "UTF-8");
        Transport.send(message);
    }

    private String subject(Path mail) throws Exception {
        try (InputStream stream = Files.newInputStream(mail)) {
            return new MimeMessage(session, stream).getSubject();
        }
    }

    @Test
    void shouldKeepMailsInTheOrderOfArrival() throws Exception {
        try (Mailbox mailbox = Mailbox.start(folder, port)) {
            send("first");
            send("second");
        }

        List<Path> mails = Mailbox.mails(folder);
        assertThat(mails).containsExactly(folder.resolve("000001.eml"), folder.resolve("000002.eml"));
        assertThat(subject(mails.get(0))).isEqualTo("first");
        assertThat(subject(mails.get(1))).isEqualTo("second");
        assertThat(folder).isDirectoryNotContaining(path -> !mails.contains(path));
    }

    @Test
    void shouldGoOnNumberingAfterARestart() throws Exception {
        try (Mailbox mailbox = Mailbox.start(folder, port)) {
            send("before");
        }
        try (Mailbox mailbox = Mailbox.start(folder, port)) {
            send("after");
        }

        assertThat(Mailbox.mails(folder)).hasSize(2);
        assertThat(subject(folder.resolve("000001.eml"))).isEqualTo("before");
        assertThat(subject(folder.resolve("000002.eml"))).isEqualTo("after");
    }

    @Test
    void shouldKeepEveryByteOfTheBody() throws Exception {
        try (Mailbox mailbox = Mailbox.start(folder, port)) {
            send("subject");
        }

        try (InputStream stream = Files.newInputStream(folder.resolve("000001.eml"))) {
            assertThat(new MimeMessage(session, stream).getContent().toString().strip())
                    .isEqualToNormalizingNewlines("Body\n.\nwith a lonely dot and an umlaut: \u00fc");
        }
    }

    @Test
    void shouldRefuseAMailThatCannotBeKept() throws Exception {
        try (Mailbox mailbox = Mailbox.start(folder, port)) {
            Files.createDirectory(folder.resolve("arriving.tmp"));

            assertThatThrownBy(() -> send("lost?")).hasStackTraceContaining("451 The mail could not be kept");
        }
        assertThat(Mailbox.mails(folder)).isEmpty();
    }

    @Test
    void shouldSayThatItsPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Mailbox.start(folder, taken.getLocalPort()))
                    .isInstanceOf(StackException.class)
                    .hasMessageStartingWith("The mailbox cannot listen on port " + port);
        }
    }
}
