package org.chartwarden.standalone.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a process once whether it can be used already. */
@FunctionalInterface
public interface Probe {

    /** How long one question may take. */
    Duration PATIENCE = Duration.ofSeconds(2);

    /**
     * @return false when there is no answer or the answer is "not yet"
     * @throws InterruptedException when the asking thread is to stop
     */
    boolean isReady() throws InterruptedException;

    /** Ready when something listens on the port of the loopback address. */
    static Probe tcp(int port) {
        return () -> {
            try (Socket socket = new Socket()) {
                socket.connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
                return true;
            } catch (IOException e) {
                return false; // nobody there yet
            }
        };
    }

    /** Ready when a GET answers 200. */
    static Probe http(URI address) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        return () -> {
            try {
                return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException e) {
                return false; // nobody there yet
            }
        };
    }
}
