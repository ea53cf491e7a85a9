package org.chartwarden.standalone.command;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chartwarden.model.Decision;
import org.chartwarden.model.Disposition;
import org.chartwarden.model.SilenceScope;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.search.AuditSearch;
import org.chartwarden.sink.search.FoundAlert;
import org.chartwarden.standalone.StackException;
import org.chartwarden.standalone.officer.Dispositions;
import org.chartwarden.standalone.officer.Ruling;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code chartwarden decide}. */
@Command(
        name = "decide",
        description = {
            "Writes down an officer's decision on an alert, which closes it. A later decision replaces an earlier one.",
            "What was appropriate may be silenced for a time; a violation raises the risk of user and patient for a year."
        },
        mixinStandardHelpOptions = true)
final class DecideCommand implements Callable<Integer> {

    /** What can be silenced. */
    enum Silence {
        PAIR(SilenceScope.PAIR),
        USER(SilenceScope.USER),
        PATIENT_DEPARTMENT(SilenceScope.PATIENT_AND_DEPARTMENT);

        private final SilenceScope scope;

        Silence(SilenceScope scope) {
            this.scope = scope;
        }

        /** As it is typed. */
        @Override
        public String toString() {
            return Words.typed(this);
        }
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private Where where;

    @Parameters(paramLabel = "ALERT-ID", description = "The alert's id, as its mail and its document have it.")
    private String alertId;

    @Option(
            names = "--as",
            required = true,
            paramLabel = "DECISION",
            converter = DecisionWord.class,
            description = "appropriate, documentation-gap, self-access, violation-unintentional, violation-curiosity,"
                    + " violation-malicious, unsubstantiated, referred or duplicate.")
    private Decision decision;

    @Option(names = "--by", required = true, paramLabel = "OFFICER", description = "Who decides: a user id.")
    private String officer;

    @Option(
            names = "--silence",
            paramLabel = "SCOPE",
            converter = SilenceWord.class,
            description = "Raise nothing more for a time about this pair of user and patient (pair), all that the user"
                    + " does (user), or this patient and everybody of the user's departments (patient-department).")
    private Silence silence;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            defaultValue = "P90D",
            converter = Span.class,
            description = "How long --silence lasts from now on (default: ${DEFAULT-VALUE}).")
    private Duration silentFor;

    @Option(names = "--note", paramLabel = "TEXT", description = "The officer's words.")
    private String note;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Settings settings = where.settings();
        Disposition disposition = disposition(alert(settings));
        Dispositions.write(settings, disposition);
        spec.commandLine()
                .getOut()
                .printf("decision %s on alert %s is written%n", disposition.getDispositionId(), alertId);
        return ExitCode.OK;
    }

    private FoundAlert alert(Settings settings) throws IOException {
        try (AuditSearch search = AuditSearch.open(settings)) {
            return search.alert(alertId)
                    .orElseThrow(() -> new StackException("There is no alert " + alertId
                            + ": ./chartwarden export alerts prints them all. Nothing is decided."));
        }
    }

    private Disposition disposition(FoundAlert alert) {
        SilenceScope scope = silence == null ? SilenceScope.NOTHING : silence.scope;
        try {
            Ruling ruling = new Ruling(decision, officer, Optional.ofNullable(note), scope, silentFor);
            return Dispositions.of(alert, ruling, Instant.now());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** A decision as it is typed. */
    static final class DecisionWord implements ITypeConverter<Decision> {

        @Override
        public Decision convert(String value) {
            return Words.read(Decision.values(), value);
        }
    }

    /** A scope as it is typed. */
    static final class SilenceWord implements ITypeConverter<Silence> {

        @Override
        public Silence convert(String value) {
            return Words.read(Silence.values(), value);
        }
    }

    /** An ISO 8601 duration. */
    static final class Span implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String value) {
            try {
                return Duration.parse(value);
            } catch (DateTimeException e) {
                throw new TypeConversionException("'" + value + "' is not a duration such as P90D");
            }
        }
    }
}
