package org.chartwarden.sink.kafka;

import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads topics in batches and commits each batch after its {@link BatchHandler} is through with it: at least once,
 * however often this process or the broker dies. A failure that nobody foresaw shows in /health and starts the consumer
 * anew from the last commit.
 */
public final class BatchLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BatchLoop.class);

    private final String name;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final ConsumerSession.Work work;
    private final AtomicReference<String> problem = new AtomicReference<>();
    private final ExecutorService worker;
    private final Thread thread;
    private final Patience life = new Patience(problem);
    private volatile boolean stopping;

    /**
     * @param name of the threads and in messages
     * @param consumers makes a new consumer of the loop's group, without auto-commit, with an eager assignor
     * @param topics what is read
     */
    public BatchLoop(
            String name,
            Supplier<Consumer<String, byte[]>> consumers,
            Collection<String> topics,
            BatchHandler handler) {
        this.name = name;
        this.consumers = consumers;
        this.worker = Executors.newSingleThreadExecutor(task -> new Thread(task, name + "-worker"));
        this.work = new ConsumerSession.Work(topics, handler, worker, problem, () -> stopping);
        this.thread = new Thread(this::run, name);
    }

    public void start() {
        thread.start();
    }

    /** What is waited for, or what failed last; empty when all is well. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem.get()).map(text -> name + ": " + text);
    }

    private void run() {
        for (int failures = 1; !stopping; failures++) {
            try (Consumer<String, byte[]> consumer = consumers.get()) {
                new ConsumerSession(consumer, work).run();
            } catch (RuntimeException | Error e) { // an Error must not end the thread while /health says ok
                LOG.error("{} failed; it starts anew from its last commit", name, e);
                pause(failures, "it failed with " + e.getClass().getSimpleName() + " and starts anew.");
            }
        }
    }

    private void pause(int failures, String reason) {
        try {
            life.pause(failures, reason);
        } catch (CancellationException e) {
            LOG.debug("{} was stopped while it failed", name, e);
        } catch (InterruptedException e) {
            stopping = true;
            Thread.currentThread().interrupt();
        }
    }

    /** Finishes what was begun, commits, and leaves the group. */
    @Override
    public void close() {
        stopping = true;
        life.cancel();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        worker.shutdown();
    }
}
