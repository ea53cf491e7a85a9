package org.chartwarden.standalone.process;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.chartwarden.standalone.StackException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A child process that is started, watched, stopped and, over the same files, started again.
 *
 * <p>Standard input is a pipe that this process holds open: see {@link ChildMain}.
 */
public final class ManagedProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ManagedProcess.class);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(75);
    private static final long POLL_MILLISECONDS = 100;

    private final JavaProgram program;
    private final ProcessFiles files;
    private final Probe probe;
    private Process process;
    private boolean wanted;

    /** @param probe asks the running program whether it can be used */
    public ManagedProcess(JavaProgram program, ProcessFiles files, Probe probe) {
        this.program = program;
        this.files = files;
        this.probe = probe;
    }

    /** The program's name, as people are shown it. */
    public String name() {
        return program.name();
    }

    /** Starts the program, or starts it again after it ended; does not wait for it to be ready. */
    public synchronized void start() {
        if (isAlive()) {
            throw new IllegalStateException(name() + " runs already as process " + process.pid());
        }
        ProcessBuilder builder = new ProcessBuilder(program.command(files))
                // Not where the user stands: the registry would read a .env file there.
                .directory(files.log().getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(files.output().toFile());
        builder.environment().putAll(program.environment());
        // Not an argument: some two hundred jars would fill the screen of whoever runs ps.
        builder.environment().put("CLASSPATH", program.classPath());
        try {
            process = builder.start();
            wanted = true;
        } catch (IOException e) {
            throw new StackException(name() + " could not be started: " + e.getMessage(), e);
        }
    }

    /**
     * Waits until the program can be used.
     *
     * @throws StackException when it ends before, or is not ready in time
     */
    public void awaitReady(Duration limit) throws InterruptedException {
        awaitReady(Set.of(this), limit, ready -> {});
    }

    /**
     * Waits until all can be used.
     *
     * @param onReady told of each as soon as it is ready
     * @throws StackException as soon as one of them ends, or when one is not ready in time
     */
    public static void awaitReady(
            Collection<ManagedProcess> processes, Duration limit, Consumer<ManagedProcess> onReady)
            throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        Set<ManagedProcess> waiting = new LinkedHashSet<>(processes);
        while (true) {
            processes.forEach(ManagedProcess::requireAlive);
            for (ManagedProcess each : List.copyOf(waiting)) {
                if (each.probe.isReady()) {
                    waiting.remove(each);
                    onReady.accept(each);
                }
            }
            if (waiting.isEmpty()) {
                return;
            }
            waiting.iterator().next().pauseUntil(deadline, limit);
        }
    }

    private void requireAlive() {
        if (!isAlive()) {
            throw new StackException(problem().orElse(name() + " was stopped before it was ready"));
        }
    }

    /** Asks the running program whether it can be used right now. */
    public boolean isReady() throws InterruptedException {
        return probe.isReady();
    }

    /** A short wait that ends at once when the process does. */
    private void pauseUntil(long deadline, Duration limit) throws InterruptedException {
        if (System.nanoTime() > deadline) {
            throw new StackException(
                    name() + " was not ready within " + limit.toSeconds() + " s; " + LastError.of(files));
        }
        process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    /** Whether the process runs. */
    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /**
     * The operating system's number of the process.
     *
     * @throws IllegalStateException when it was never started
     */
    public synchronized long pid() {
        if (process == null) {
            throw new IllegalStateException(name() + " was not started");
        }
        return process.pid();
    }

    /** That and why the process ended by itself, in one line; empty while it runs and when it was told to stop. */
    public synchronized Optional<String> problem() {
        if (!wanted || isAlive()) {
            return Optional.empty();
        }
        return Optional.of(name() + " (process " + process.pid() + ") ended by itself with exit status "
                + process.exitValue() + "; " + LastError.of(files));
    }

    /** Kills the process at once, as a crash would: for tests of what survives. */
    public synchronized void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Asks the process to stop in order (SIGTERM) and waits; after 30 s kills it. Does nothing when it has ended. */
    @Override
    public synchronized void close() {
        wanted = false;
        if (!isAlive()) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} (process {}) did not stop within {} s: killed", name(), pid(), STOP_PATIENCE.toSeconds());
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
