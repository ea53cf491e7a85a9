package org.chartwarden.standalone.stack;

import java.nio.file.Path;
import java.util.Map;
import org.chartwarden.standalone.data.DataDirectory;
import org.chartwarden.standalone.data.Ports;

/** A stack in a JVM of its own, with a topic in it, to be killed or stopped: {@code StackProgram DATA-DIRECTORY}. */
public final class StackProgram {

    private StackProgram() {}

    /** @param arguments the data directory */
    public static void main(String[] arguments) throws Exception {
        DataDirectory directory = DataDirectory.open(Path.of(arguments[0]));
        EmbeddedStack stack = EmbeddedStack.start(
                directory,
                new Ports(directory, Map.of()),
                (server, took) -> System.out.println(server + " ready after " + took.toMillis() + " ms"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(directory, stack), "stop"));
        new StackContents(stack).createTopic();
        System.out.println("up");
        Thread.currentThread().join();
    }

    private static void stop(DataDirectory directory, EmbeddedStack stack) {
        long begin = System.nanoTime();
        stack.close();
        directory.close();
        System.out.println("stopped in order in " + (System.nanoTime() - begin) / 1_000_000 + " ms");
    }
}
