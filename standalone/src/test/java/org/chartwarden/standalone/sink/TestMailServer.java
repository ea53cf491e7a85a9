package org.chartwarden.standalone.sink;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that refuses what it is told to, and keeps who got mails of which subject. */
final class TestMailServer implements AutoCloseable {

    private static final int NO_SUCH_MAILBOX = 550;

    /**
     * A mail that was taken.
     *
     * @param secret came over TLS, after a login
     */
    record Taken(String to, String subject, String messageId, boolean secret) {}

    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final SMTPServer server;

    private TestMailServer(SMTPServer.Builder builder, boolean secret) {
        server = builder.bindAddress(InetAddress.getLoopbackAddress())
                .messageHandlerFactory(context -> new Handler(secret))
                .build();
    }

    static TestMailServer start(int port) {
        TestMailServer server = new TestMailServer(SMTPServer.port(port), false);
        server.server.start();
        return server;
    }

    /** One that takes nothing without STARTTLS and this login. */
    static TestMailServer startSecret(int port, SSLContext tls, String username, String password) {
        SMTPServer.Builder builder = SMTPServer.port(port)
                .startTlsSocketFactory(tls)
                .requireTLS()
                .requireAuth()
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((name, word, context) -> {
                    if (!name.equals(username) || !word.equals(password)) {
                        throw new LoginFailedException();
                    }
                }));
        TestMailServer server = new TestMailServer(builder, true);
        server.server.start();
        return server;
    }

    /** From now on these have no mailbox here (550). */
    TestMailServer refuse(String... addresses) {
        unknown.addAll(List.of(addresses));
        return this;
    }

    /** The next recipients are answered with these codes. */
    TestMailServer answer(Integer... codes) {
        answers.addAll(List.of(codes));
        return this;
    }

    List<Taken> to(String address) {
        return taken.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    List<String> subjectsTo(String address) {
        return to(address).stream().map(Taken::subject).toList();
    }

    /** Whether the address got a mail about this alert alone. */
    boolean hasTold(String address, String alertId) {
        return subjectsTo(address).stream().anyMatch(subject -> subject.endsWith("(" + alertId + ")"));
    }

    /** Whether all the codes were given. */
    boolean hasAnswered() {
        return answers.isEmpty();
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Handler implements MessageHandler {

        private final boolean secret;
        private String recipient;

        private Handler(boolean secret) {
            this.secret = secret;
        }

        @Override
        public void from(String sender) {}

        @Override
        public void recipient(String address) throws RejectException {
            Integer code = unknown.contains(address) ? Integer.valueOf(NO_SUCH_MAILBOX) : answers.poll();
            if (code != null) {
                throw new RejectException(code, "Not taken");
            }
            recipient = address;
        }

        @Override
        public String data(InputStream mail) throws IOException {
            try {
                MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), mail);
                taken.add(new Taken(recipient, message.getSubject(), message.getMessageID(), secret));
                return null;
            } catch (MessagingException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void done() {}
    }
}
