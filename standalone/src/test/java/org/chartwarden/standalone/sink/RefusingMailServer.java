package org.chartwarden.standalone.sink;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that does not know one recipient (550), and keeps nothing but who else got mail. */
final class RefusingMailServer implements AutoCloseable {

    private static final int NO_SUCH_MAILBOX = 550;

    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final SMTPServer server;

    private RefusingMailServer(int port, String unknown) {
        server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandlerFactory(context -> new Handler(unknown))
                .build();
    }

    static RefusingMailServer start(int port, String unknown) {
        RefusingMailServer refusing = new RefusingMailServer(port, unknown);
        refusing.server.start();
        return refusing;
    }

    /** The recipients of all mails that were taken, in order. */
    List<String> accepted() {
        return List.copyOf(accepted);
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Handler implements MessageHandler {

        private final String unknown;
        private final List<String> recipients = new ArrayList<>();

        private Handler(String unknown) {
            this.unknown = unknown;
        }

        @Override
        public void from(String sender) {
            recipients.clear();
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            if (recipient.equals(unknown)) {
                throw new RejectException(NO_SUCH_MAILBOX, "No such mailbox");
            }
            recipients.add(recipient);
        }

        @Override
        public String data(InputStream mail) throws IOException {
            mail.transferTo(OutputStream.nullOutputStream());
            accepted.addAll(recipients);
            return null;
        }

        @Override
        public void done() {
            recipients.clear();
        }
    }
}
