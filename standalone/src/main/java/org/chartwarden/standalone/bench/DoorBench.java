package org.chartwarden.standalone.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.chartwarden.settings.Settings;
import org.chartwarden.standalone.StackException;
import org.chartwarden.standalone.bench.Load.Connection;
import org.chartwarden.standalone.check.Drain;

/** Loads one door after the other, with the whole system behind it. No event is sent twice: a copy costs next to nothing. */
final class DoorBench {

    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Settings settings;
    private final Taken taken;
    private final AtomicLong numbers = new AtomicLong();

    DoorBench(Settings settings, Taken taken) {
        this.settings = settings;
        this.taken = taken;
    }

    /** Loads a door for a while with several connections, then waits until everything has been read behind it. */
    DoorResult run(Load load, int connections, Duration time) throws Exception {
        sendAndWait(load, connections, WARM_UP);
        try (Drain drain = new Drain(settings)) {
            requireDrained(drain);
            Instant begin = Instant.now();
            long sent = sendAndWait(load, connections, time);
            Instant end = Instant.now();
            String slowest = slowest(drain);
            requireDrained(drain);
            Duration drained = Duration.between(end, Instant.now());
            return new DoorResult(load.title(), connections, sent, Duration.between(begin, end), drained, slowest);
        }
    }

    private long sendAndWait(Load load, int connections, Duration time) throws Exception {
        long before = taken.count(load.source());
        long sent = send(load, connections, time);
        taken.await(load.source(), before + sent);
        return sent;
    }

    private long send(Load load, int connections, Duration time) throws Exception {
        Instant deadline = Instant.now().plus(time);
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Callable<Long>> senders = new ArrayList<>();
            for (int connection = 0; connection < connections; connection++) {
                senders.add(() -> sendUntil(load, deadline));
            }
            long sent = 0;
            for (Future<Long> sender : threads.invokeAll(senders)) {
                sent += sender.get();
            }
            return sent;
        } finally {
            threads.shutdownNow();
        }
    }

    private long sendUntil(Load load, Instant deadline) throws Exception {
        long sent = 0;
        try (Connection connection = load.connect()) {
            while (Instant.now().isBefore(deadline)) {
                sent += connection.send(numbers::getAndIncrement);
            }
        }
        return sent;
    }

    private static String slowest(Drain drain) {
        record Waiting(String what, long records) {}
        return drain.stages().stream()
                .map(stage -> new Waiting(stage.group() + " on " + stage.topic(), drain.lag(stage)))
                .filter(waiting -> waiting.records() > 0)
                .max(Comparator.comparingLong(Waiting::records))
                .map(Waiting::what)
                .orElse("");
    }

    private static void requireDrained(Drain drain) throws InterruptedException {
        if (!drain.await(PATIENCE)) {
            throw new StackException("After " + PATIENCE.toMinutes() + " minutes events are still on their way");
        }
    }
}
