package org.chartwarden.standalone.command;

import java.io.PrintWriter;
import java.time.Duration;
import org.chartwarden.settings.Settings;
import org.chartwarden.standalone.check.Drain;

/** Waits until what is already in Kafka has arrived in Elasticsearch, so that what is read there is complete. */
final class Arrivals {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Arrivals() {}

    /** @param err is told when it takes too long, with these words on what that means */
    static void await(Settings settings, PrintWriter err, String consequence) throws InterruptedException {
        try (Drain drain = new Drain(settings)) {
            if (!drain.await(PATIENCE)) {
                err.println("chartwarden: after " + PATIENCE.toMinutes() + " minutes events are still on their way: "
                        + consequence);
            }
        }
    }
}
