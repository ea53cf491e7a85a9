package org.chartwarden.standalone.process;

import java.nio.file.Path;
import java.time.Duration;

/** A parent to be killed: starts a {@link WaitingChild} and waits. */
public final class ParentProgram {

    private ParentProgram() {}

    /** @param arguments the folder of the child's files */
    public static void main(String[] arguments) throws Exception {
        ManagedProcess child = ManagedProcessTest.waitingChild(Path.of(arguments[0]));
        child.start();
        child.awaitReady(Duration.ofSeconds(30));
        Thread.currentThread().join();
    }
}
