package org.chartwarden.standalone.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.chartwarden.reports.Report;
import org.chartwarden.reports.ReportContext;
import org.chartwarden.reports.ReportFiles;
import org.chartwarden.reports.ReportFiles.Format;
import org.chartwarden.reports.Span;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.search.AuditReader;
import org.chartwarden.sink.search.AuditSearch;
import org.chartwarden.standalone.StackException;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all reports are asked with, and how one is made. */
final class ReportOptions {

    /** Which report. */
    @FunctionalInterface
    interface Kind {

        Report of(AuditReader search, ReportContext context);
    }

    /** Reads a format. */
    static final class FormatWord implements ITypeConverter<Format> {

        @Override
        public Format convert(String value) {
            return Words.read(Format.values(), value);
        }
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private Where where;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Time.Converter.class,
            description = "From this time on, such as 2026-01-31 or 2026-01-31T08:00:00Z.")
    private Time since;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = Time.Converter.class,
            description = "Before this time (default: now).")
    private Time until;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Folder for the files (default: this one). Only you may read them.")
    private Path out;

    @Option(
            names = "--format",
            paramLabel = "pdf,csv",
            split = ",",
            converter = FormatWord.class,
            description = "What to write: pdf, csv or both (default: both).")
    private Set<Format> formats = EnumSet.allOf(Format.class);

    @Option(names = "--by", paramLabel = "OFFICER", description = "Who asks for it: a user id, told on the pages.")
    private String officer;

    /** @param usual how far back it reaches when --since is not given; empty for all that is on record */
    int make(Optional<Period> usual, Kind kind) throws IOException, InterruptedException {
        Settings settings = where.settings();
        Instant now = Instant.now();
        ReportContext context =
                ReportContext.of(settings, span(settings, now, usual), now, Optional.ofNullable(officer));
        createFolder();
        Arrivals.await(settings, spec.commandLine().getErr(), "the report may lack the latest");
        try (AuditSearch search = AuditSearch.open(settings)) {
            print(ReportFiles.write(kind.of(search, context), out, formats));
        } catch (FileAlreadyExistsException e) {
            throw new StackException(e.getFile() + " is there already, and is not replaced: no report is made.");
        }
        return ExitCode.OK;
    }

    private Span span(Settings settings, Instant now, Optional<Period> usual) {
        Instant end = until == null ? now : Time.at(until, settings);
        Optional<Instant> begin = since == null
                ? usual.map(length -> beforehand(end, length, settings.zone(Setting.SITE_ZONE)))
                : Optional.of(Time.at(since, settings));
        if (begin.isPresent() && !begin.get().isBefore(end)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--since is " + begin.get() + ", but must be before "
                            + (until == null ? "now" : "--until, which is " + end));
        }
        return new Span(begin, end);
    }

    /** Whole days, so that a day's figures are those of the day. */
    private static Instant beforehand(Instant end, Period length, ZoneId zone) {
        return end.atZone(zone).toLocalDate().minus(length).atStartOfDay(zone).toInstant();
    }

    private void createFolder() throws IOException {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new ParameterException(spec.commandLine(), "--out must be a folder, but " + out + " is none");
        }
        Files.createDirectories(out);
    }

    private void print(ReportFiles made) {
        PrintWriter printer = spec.commandLine().getOut();
        made.files().forEach(printer::println);
        printer.println(made.summary());
    }
}
