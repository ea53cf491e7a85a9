package org.chartwarden.standalone.data;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntPredicate;
import org.chartwarden.standalone.StackException;

/**
 * Chooses the loopback ports, one a name, and remembers them in a file.
 *
 * <p>A port is the requested one, else that of the last run when it is still free, else any free one.
 */
public final class Ports {

    private static final int LOWEST = 20_000;
    private static final int LOWEST_OUTGOING = 32_768;
    private static final int ATTEMPTS = 1_000;

    private final Path file;
    private final Map<String, Integer> requested;
    private final IntPredicate isFree;
    private final Properties remembered;

    /**
     * @param directory whose ports of the last run are taken again
     * @param requested ports that must be used, by name
     */
    public Ports(DataDirectory directory, Map<String, Integer> requested) {
        this(DataDirectory.portsFile(directory.root()), requested, Ports::isFree);
    }

    Ports(Path file, Map<String, Integer> requested, IntPredicate isFree) {
        this.file = file;
        this.requested = Map.copyOf(requested);
        this.isFree = isFree;
        this.remembered = PropertiesFile.read(file);
    }

    /**
     * The port for this name; the caller is expected to bind it soon.
     *
     * @throws StackException when a requested port is taken
     */
    public synchronized int take(String name) {
        Integer fixed = requested.get(name);
        int port = fixed == null ? freePort(name) : requireFree(name, fixed);
        remembered.setProperty(name, Integer.toString(port));
        PropertiesFile.write(file, remembered);
        return port;
    }

    private int requireFree(String name, int port) {
        if (!isFree.test(port)) {
            throw new StackException("Port " + port + ", requested for " + name
                    + ", is taken by another program. Stop that program, or request another port.");
        }
        return port;
    }

    private int freePort(String name) {
        int last = Integer.parseInt(remembered.getProperty(name, "0"));
        if (last != 0 && isFree.test(last)) {
            return last;
        }
        int port = anyFree();
        // A port that another name was given but has not bound yet looks free.
        while (remembered.containsValue(Integer.toString(port)) || requested.containsValue(port)) {
            port = anyFree();
        }
        return port;
    }

    /**
     * Not one of those that the system gives to outgoing connections: a client that tries again and again to reach a
     * server that is down could be given that server's port, connect to itself, and keep the server from coming back.
     */
    private int anyFree() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, LOWEST_OUTGOING);
            if (isFree.test(port)) {
                return port;
            }
        }
        throw new StackException("No port of the loopback address between " + LOWEST + " and " + LOWEST_OUTGOING
                + " was found free in " + ATTEMPTS + " attempts.");
    }

    /** For TCP and for UDP: whichever it is wanted for. */
    private static boolean isFree(int port) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket stream = new ServerSocket(port, 1, loopback);
                DatagramSocket datagrams = new DatagramSocket(port, loopback)) {
            return stream.isBound() && datagrams.isBound();
        } catch (IOException e) {
            return false; // the bind was refused: somebody has it
        }
    }
}
