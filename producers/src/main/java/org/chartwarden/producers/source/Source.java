package org.chartwarden.producers.source;

import java.util.Optional;

/** A door that stands open until it is closed: a listener, a watched folder, a poller. */
public interface Source extends AutoCloseable {

    /** Lower case with hyphens, such as {@code fhir-http}: in metrics, in the origin of records, in health. */
    String name();

    /** What is wrong right now, in one sentence without a record's contents; empty when all is well. */
    Optional<String> problem();

    /** Takes nothing more, and returns when what was taken is answered truly. */
    @Override
    void close();

    /** Opens one kind of door. */
    @FunctionalInterface
    interface Starter {

        /**
         * @return the doors that the settings ask for; none when it is not set up
         * @throws org.chartwarden.settings.SettingsException naming the setting that is wrong
         */
        java.util.List<Source> start(SourceContext context);
    }
}
