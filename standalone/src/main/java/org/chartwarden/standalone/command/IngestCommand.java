package org.chartwarden.standalone.command;

import java.util.Map;
import org.chartwarden.producers.fhir.FhirFeed;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chartwarden ingest}. */
@Command(
        name = "ingest",
        description = {
            "Reads files of any feed: access events, or what explains them.",
            "What cannot be read goes to the dead-letter topic, and the rest goes on. The counts are those that Kafka"
                    + " has acknowledged. To read a file again does no harm."
        },
        mixinStandardHelpOptions = true)
final class IngestCommand extends InputCommand {

    /** All of those on record: nothing is held back. */
    private static final String ALL = "1";

    @Option(
            names = "--as",
            paramLabel = "FEED",
            defaultValue = FhirFeed.AUDIT,
            description = "What the file holds (default: ${DEFAULT-VALUE}); an unknown name is answered with all of"
                    + " them.")
    private String feed;

    @Option(
            names = "--accept-removals",
            description = "Take a full snapshot however many of those on record are missing in it.")
    private boolean acceptRemovals;

    @Override
    String feed() {
        return feed;
    }

    @Override
    Settings adjusted(Settings settings) {
        return acceptRemovals ? settings.with(Map.of(Setting.SNAPSHOT_REMOVALS.key(), ALL)) : settings;
    }
}
