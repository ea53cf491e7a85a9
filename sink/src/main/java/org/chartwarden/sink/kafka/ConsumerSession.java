package org.chartwarden.sink.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * The life of one consumer of a {@link BatchLoop}. The handler works on a thread of its own, while this one goes on to
 * poll with all partitions paused: so the consumer stays in its group however long a server is away.
 *
 * <p>When partitions are taken away, the work on them is cancelled and their next owner begins at the last commit. The
 * assignor is an eager one, so a rebalance takes all partitions, and the positions of those that come back are the
 * committed ones.
 */
final class ConsumerSession implements ConsumerRebalanceListener {

    /**
     * What outlives a consumer.
     *
     * @param problem see {@link Patience}
     * @param stopping becomes true once
     */
    record Work(
            Collection<String> topics,
            BatchHandler handler,
            ExecutorService worker,
            AtomicReference<String> problem,
            BooleanSupplier stopping) {}

    private interface Task {

        void run(Patience patience) throws InterruptedException;
    }

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Consumer<String, byte[]> consumer;
    private final Work work;
    private final PositionCommits commits;
    private boolean prepared;
    private boolean preparing;
    private long lastTick = System.nanoTime() - TICK.toNanos();

    /** What runs on the worker's thread; null when nothing does. */
    private Future<?> running;

    private Patience patience;

    ConsumerSession(Consumer<String, byte[]> consumer, Work work) {
        this.consumer = consumer;
        this.work = work;
        this.commits = new PositionCommits(consumer);
    }

    /** Returns when the loop is stopping. */
    void run() {
        consumer.subscribe(work.topics(), this);
        while (!work.stopping().getAsBoolean()) {
            List<ConsumerRecord<String, byte[]>> batch = list(consumer.poll(POLL));
            if (prepare() && handle(batch)) {
                commits.commit();
                tick();
            }
        }
    }

    private void tick() {
        if (prepared && System.nanoTime() - lastTick >= TICK.toNanos()) {
            aside(work.handler()::tick); // one that was cancelled comes again by itself
            lastTick = System.nanoTime();
        }
    }

    private boolean prepare() {
        if (prepared || consumer.assignment().isEmpty()) {
            return true;
        }
        prepared = true; // before it runs: a rebalance meanwhile asks for it again
        preparing = true;
        try {
            return aside(work.handler()::prepare) && prepared; // else the batch may be another owner's by now
        } finally {
            preparing = false;
        }
    }

    private boolean handle(List<ConsumerRecord<String, byte[]>> batch) {
        return batch.isEmpty() || aside(own -> work.handler().handle(batch, own));
    }

    /** @return false when it was cancelled */
    private boolean aside(Task task) {
        Patience own = new Patience(work.problem());
        patience = own;
        consumer.pause(consumer.assignment());
        running = work.worker().submit(() -> {
            task.run(own);
            return null;
        });
        try {
            while (!running.isDone()) {
                finished(POLL);
                stayInGroup();
            }
            return finished(Duration.ZERO);
        } finally {
            cancelWork();
            running = null;
            consumer.resume(consumer.assignment());
        }
    }

    private void stayInGroup() {
        if (work.stopping().getAsBoolean()) {
            patience.cancel();
        }
        if (!consumer.poll(Duration.ZERO).isEmpty()) {
            throw new IllegalStateException("a paused partition gave records");
        }
    }

    /**
     * @return whether the work is done; false when it still runs or was cancelled
     * @throws RuntimeException what it failed with
     */
    private boolean finished(Duration patienceForIt) {
        try {
            running.get(patienceForIt.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CancellationException) {
                return false;
            }
            throw e.getCause() instanceof RuntimeException own
                    ? own
                    : new IllegalStateException("the handler failed", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** The wait is bounded by the handler's timeouts towards its servers. */
    private boolean cancelWork() {
        patience.cancel();
        while (!running.isDone()) {
            finished(POLL);
        }
        return finished(Duration.ZERO);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        boolean done = running == null || cancelWork();
        if (done && !preparing) { // while it prepares, a batch was polled that nobody has handled
            commits.commit();
        }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        if (running != null) {
            cancelWork(); // its result does not count: the partitions have another owner already
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        commits.forget();
        prepared = false;
        if (running != null) {
            consumer.pause(partitions);
        }
    }

    private static List<ConsumerRecord<String, byte[]>> list(ConsumerRecords<String, byte[]> records) {
        List<ConsumerRecord<String, byte[]>> list = new ArrayList<>(records.count());
        records.forEach(list::add);
        return list;
    }
}
