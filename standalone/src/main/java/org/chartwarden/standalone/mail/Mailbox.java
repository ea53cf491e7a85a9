package org.chartwarden.standalone.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chartwarden.standalone.StackException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * An SMTP server on loopback that delivers nothing and keeps every mail as a file: {@code 000001.eml}, {@code
 * 000002.eml}, … in the order of arrival, also across restarts.
 *
 * <p>The sender is told "accepted" only after the file is on disk; a mail that cannot be kept is refused with 451, so
 * that the sender tries again.
 */
public final class Mailbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
    private static final String SUFFIX = ".eml";
    private static final Pattern NAME = Pattern.compile("\\d{6}\\.eml");
    private static final int LARGEST_MAIL_BYTES = 10 << 20;
    private static final int LOCAL_ERROR = 451;

    private final Path folder;
    private final SMTPServer server;
    private int lastNumber;

    private Mailbox(Path folder, int port) throws IOException {
        this.folder = folder;
        this.lastNumber = mails(folder).stream().mapToInt(Mailbox::number).max().orElse(0);
        this.server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("Chartwarden mailbox")
                .maxMessageSize(LARGEST_MAIL_BYTES)
                .messageHandler((context, from, to, data) -> accept(data))
                .build();
    }

    /**
     * Opens the mailbox.
     *
     * @param folder where the mails are and will be, existing
     * @param port of the loopback address
     */
    public static Mailbox start(Path folder, int port) {
        try {
            Mailbox mailbox = new Mailbox(folder, port);
            mailbox.server.start();
            return mailbox;
        } catch (IOException | RuntimeException e) {
            // The server wraps a refused bind into a plain RuntimeException.
            throw new StackException("The mailbox cannot listen on port " + port + " (" + e.getMessage() + ").", e);
        }
    }

    /** The mails of a folder in the order in which they arrived. */
    public static List<Path> mails(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    private static int number(Path mail) {
        String name = mail.getFileName().toString();
        return Integer.parseInt(name.substring(0, name.length() - SUFFIX.length()));
    }

    /** One at a time: two connections would else take the same number. */
    private synchronized void accept(byte[] mail) throws RejectException {
        try {
            Path draft = folder.resolve("arriving.tmp");
            try (FileChannel channel = FileChannel.open(
                    draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(mail));
                channel.force(true);
            }
            Path kept = folder.resolve(String.format(Locale.ROOT, "%06d%s", lastNumber + 1, SUFFIX));
            Files.move(draft, kept, StandardCopyOption.ATOMIC_MOVE);
            lastNumber++;
        } catch (IOException e) {
            LOG.warn("A mail of {} bytes was refused, its sender will try again: {}", mail.length, e.toString());
            throw new RejectException(LOCAL_ERROR, "The mail could not be kept");
        }
    }

    /** Stops to listen; the mails stay. */
    @Override
    public void close() {
        server.stop();
    }
}
