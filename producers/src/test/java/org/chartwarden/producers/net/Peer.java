package org.chartwarden.producers.net;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** The other end of a connection. */
final class Peer implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final BufferedReader answers;

    Peer(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    void send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** The next answer; null when the other side has closed. */
    String line() throws IOException {
        try {
            return answers.readLine();
        } catch (SocketException reset) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
