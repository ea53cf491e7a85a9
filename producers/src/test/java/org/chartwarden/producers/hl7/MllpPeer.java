package org.chartwarden.producers.hl7;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A sender, byte by byte. */
final class MllpPeer implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    MllpPeer(int port) throws IOException {
        this(new Socket("127.0.0.1", port));
    }

    MllpPeer(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    void sendMessage(byte[] message) throws IOException {
        send(MllpFraming.block(message));
    }

    /** The next answer without MLLP's marks; what came before the connection was closed when it has no end. */
    String answer() throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        InputStream input = socket.getInputStream();
        for (int next = input.read(); next >= 0 && next != MllpFraming.END; next = input.read()) {
            if (next != MllpFraming.BEGIN && (next != '\r' || answer.size() > 0)) {
                answer.write(next);
            }
        }
        return answer.toString(StandardCharsets.ISO_8859_1);
    }

    /** MSA-1 of the next answer. */
    String code() throws IOException {
        return answer().replaceAll("(?s).*\rMSA\\|(..).*", "$1");
    }

    /** Whether there is no answer for so long. */
    boolean isSilent(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            return socket.getInputStream().read() == Integer.MIN_VALUE;
        } catch (SocketTimeoutException silence) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
