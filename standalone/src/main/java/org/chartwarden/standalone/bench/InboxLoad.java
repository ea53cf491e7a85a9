package org.chartwarden.standalone.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.LongSupplier;
import org.chartwarden.standalone.bench.BenchHospital.Reading;

/** Delimited access logs in the watched folder, one file after the other. */
record InboxLoad(BenchHospital hospital, Path inbox, Taken taken) implements Load {

    private static final String FEED = "access-log";
    private static final int ROWS = 100_000;

    @Override
    public String title() {
        return "Delimited files in the inbox";
    }

    @Override
    public String source() {
        return "inbox-" + FEED;
    }

    @Override
    public Connection connect() {
        return new Connection() {
            @Override
            public int send(LongSupplier numbers) throws Exception {
                long before = taken.count(source());
                write(numbers);
                taken.await(source(), before + ROWS);
                return ROWS;
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
    }

    private void write(LongSupplier numbers) throws IOException {
        Path folder = inbox.resolve(FEED);
        Path hidden = Files.createTempFile(folder, ".being-written", ".csv");
        try (BufferedWriter file = Files.newBufferedWriter(hidden)) {
            file.write("time,userId,patientId,action,sourceSystem,requestId\n");
            for (int row = 0; row < ROWS; row++) {
                Reading reading = hospital.reading(numbers.getAsLong());
                file.write("%s,%s,%s,R,ehr,%s%n"
                        .formatted(reading.time(), reading.userId(), reading.patientId(), reading.requestId()));
            }
        }
        Path finished = folder.resolve(hidden.getFileName().toString().substring(1));
        Files.move(hidden, finished, StandardCopyOption.ATOMIC_MOVE);
    }
}
