package org.chartwarden.standalone.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.chartwarden.standalone.bench.BenchHospital;
import org.chartwarden.standalone.bench.BenchHospital.Reading;

/** Files of accesses that arrive in the inbox one after the other, until it is stopped. Some are to a VIP's record. */
final class AccessLoad {

    private static final int ROWS = 100;
    private static final long PAUSE_MILLIS = 250;
    private static final int BETWEEN_VIPS = 50;
    private static final String HEADER = "time,userId,patientId,action,sourceSystem,requestId\n";

    private static final String VIP = """
            {"resourceType":"Patient","id":"vip","meta":{"security":[\
            {"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"VIP"}]}}""";

    private final BenchHospital hospital;
    private final Path inbox;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "access-load");
        thread.setDaemon(true); // a test that fails may leave it behind
        return thread;
    });
    private final Future<?> writing;
    private volatile long rows;

    private AccessLoad(Instant begin, Path inbox) {
        this.hospital = new BenchHospital(begin, "load");
        this.inbox = inbox;
        this.writing = clock.scheduleAtFixedRate(this::write, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** @param inbox of the feed access-log */
    static AccessLoad start(Instant begin, Path inbox) {
        return new AccessLoad(begin, inbox);
    }

    /** What must be known before: the hospital, and its VIP. */
    static String context(Instant begin) {
        return new BenchHospital(begin, "load").contextLines().collect(Collectors.joining("\n")) + "\n" + VIP;
    }

    private void write() {
        String name = "load-" + rows + ".csv";
        String content =
                LongStream.range(rows, rows + ROWS).mapToObj(this::row).collect(Collectors.joining("", HEADER, ""));
        try {
            Path hidden = Files.writeString(inbox.resolve("." + name), content, StandardCharsets.UTF_8);
            Files.move(hidden, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rows += ROWS;
    }

    private String row(long number) {
        Reading reading = hospital.reading(number);
        String patient = number % BETWEEN_VIPS == 0 ? "vip" : reading.patientId();
        return "%s,%s,%s,R,ehr,%s%n".formatted(reading.time(), reading.userId(), patient, reading.requestId());
    }

    /** How many accesses were handed in. */
    long rows() {
        return rows;
    }

    /** Returns when the last file is there. */
    void stop() throws InterruptedException {
        if (writing.isDone()) {
            throw new IllegalStateException("the load broke off: its files could not be written");
        }
        clock.shutdown();
        clock.awaitTermination(1, TimeUnit.MINUTES);
    }
}
