package org.chartwarden.standalone.command;

import java.util.Optional;
import org.chartwarden.model.Stage;
import org.chartwarden.settings.Settings;
import org.chartwarden.standalone.deadletter.LetterFilter;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** Which dead letters are meant. */
final class DeadLettersFilter {

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Time.Converter.class,
            description = "Given up at this time or later, such as 2026-01-31 or 2026-01-31T08:00:00Z.")
    private Time since;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = Time.Converter.class,
            description = "Given up before this time.")
    private Time until;

    @Option(names = "--source", paramLabel = "TEXT", description = "Whose source's name has this in it.")
    private String source;

    @Option(names = "--feed", paramLabel = "FEED", description = "Of this feed, such as fhir-audit.")
    private String feed;

    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            converter = StageWord.class,
            description = "Given up by producers, streams or sink.")
    private Stage stage;

    /** Whether any was given. */
    boolean isGiven() {
        return since != null || until != null || source != null || feed != null || stage != null;
    }

    LetterFilter of(Settings settings, boolean replayedToo) {
        return new LetterFilter(
                Optional.ofNullable(Time.at(since, settings)),
                Optional.ofNullable(Time.at(until, settings)),
                Optional.ofNullable(source),
                Optional.ofNullable(feed),
                Optional.ofNullable(stage),
                replayedToo);
    }

    /** A stage as it is typed. */
    static final class StageWord implements ITypeConverter<Stage> {

        @Override
        public Stage convert(String value) {
            return Words.read(Stage.values(), value);
        }
    }
}
