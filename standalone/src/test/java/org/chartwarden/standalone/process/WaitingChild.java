package org.chartwarden.standalone.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A child that writes the file {@code started}, waits, and writes {@code stopped} when it ends in order. */
public final class WaitingChild {

    private WaitingChild() {}

    /** @param arguments the folder of the files */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> write(folder.resolve("stopped"))));
        write(folder.resolve("started"));
        Thread.currentThread().join();
    }

    private static void write(Path file) {
        try {
            Files.writeString(file, Long.toString(ProcessHandle.current().pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
