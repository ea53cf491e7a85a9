package org.chartwarden.producers.inbox;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.chartwarden.producers.ingest.IngestReport;

/**
 * What is remembered of a file.
 *
 * @param content the SHA-256 of its bytes
 * @param name what it was called when it was taken
 * @param report what became of its records so far; those are not sent again
 * @param changed when this was written down
 */
record JournalEntry(String content, String name, State state, IngestReport report, Instant changed) {

    /** How far a file has come. */
    enum State {
        /** Some of its records are acknowledged. */
        BEGUN,
        /** All of them; the file itself still lies in the inbox. */
        DELIVERED,
        /** The file is out of the inbox, so another with the same content is a second delivery. */
        ARCHIVED
    }

    Properties toProperties() {
        Properties properties = new Properties();
        properties.setProperty("name", name);
        properties.setProperty("state", state.name().toLowerCase(Locale.ROOT));
        properties.setProperty("read", Long.toString(report.read()));
        properties.setProperty("produced", Long.toString(report.produced()));
        properties.setProperty("dead-lettered", Long.toString(report.deadLettered()));
        properties.setProperty("ignored", Long.toString(report.ignored()));
        properties.setProperty("changed", changed.toString());
        return properties;
    }

    /** @return empty when a disk has damaged them: the file is then taken as new, which does no harm */
    static Optional<JournalEntry> of(String content, Properties properties) {
        try {
            return Optional.of(new JournalEntry(
                    content,
                    text(properties, "name"),
                    State.valueOf(text(properties, "state").toUpperCase(Locale.ROOT)),
                    new IngestReport(
                            count(properties, "read"),
                            count(properties, "produced"),
                            count(properties, "dead-lettered"),
                            count(properties, "ignored")),
                    Instant.parse(text(properties, "changed"))));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static long count(Properties properties, String key) {
        return Long.parseLong(text(properties, key));
    }

    private static String text(Properties properties, String key) {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value;
    }
}
