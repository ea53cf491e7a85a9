package org.chartwarden.standalone.command;

import java.time.Instant;
import org.chartwarden.model.Instruction;
import org.chartwarden.standalone.officer.HoldSubject;
import org.chartwarden.standalone.officer.HoldSubject.Kind;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What an officer orders about a legal hold. */
final class HoldOrder {

    @ArgGroup(multiplicity = "1")
    private Subject subject;

    @Option(names = "--by", required = true, paramLabel = "OFFICER", description = "Who orders it: a user id.")
    private String officer;

    @Option(names = "--note", paramLabel = "TEXT", description = "The officer's words, such as a case number.")
    private String note;

    /** One of them. */
    private static final class Subject {

        @Option(
                names = "--user",
                paramLabel = "ID",
                description = "This user's accesses, and the alerts about or with this user.")
        private String user;

        @Option(
                names = "--patient",
                paramLabel = "ID",
                description = "Accesses to this patient's record, and alerts about it.")
        private String patient;

        @Option(names = "--alert", paramLabel = "ALERT-ID", description = "This alert with its accesses.")
        private String alert;

        private HoldSubject named() {
            if (user != null) {
                return new HoldSubject(Kind.USER, user);
            }
            return patient != null ? new HoldSubject(Kind.PATIENT, patient) : new HoldSubject(Kind.ALERT, alert);
        }
    }

    HoldSubject subject(CommandSpec spec) {
        try {
            return subject.named();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** @param active false to take it back */
    Instruction instruction(CommandSpec spec, boolean active) {
        try {
            return subject(spec).instruction(active, officer, note, Instant.now());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** The subject, as it is shown to a person. */
    static String words(HoldSubject subject) {
        return Words.typed(subject.kind()) + " " + subject.id();
    }
}
