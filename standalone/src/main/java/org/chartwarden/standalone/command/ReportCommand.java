package org.chartwarden.standalone.command;

import java.io.IOException;
import java.time.Period;
import java.util.Optional;
import org.chartwarden.reports.alerts.AlertReport;
import org.chartwarden.reports.disclosures.DisclosureReport;
import org.chartwarden.reports.patient.PatientAccessReport;
import org.chartwarden.reports.training.TrainingReport;
import org.chartwarden.reports.user.UserReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chartwarden report}: what officers, patients, lawyers and teachers are given. */
@Command(
        name = "report",
        description = "Reports as PDF and CSV, and evidence packets (docs/reports.md shows them).",
        mixinStandardHelpOptions = true,
        subcommands = ReportEvidenceCommand.class)
final class ReportCommand implements Runnable {

    private static final Period MONTH = Period.ofDays(30);
    private static final Period QUARTER = Period.ofDays(90);
    /** 45 CFR 164.528(a)(1). */
    private static final Period SIX_YEARS = Period.ofYears(6);

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "patient",
            description = {
                "Who opened a patient's record, when, and why: for the patient's own request.",
                "By default of all time on record. Records that were merged into each other count as one."
            },
            mixinStandardHelpOptions = true)
    int patient(
            @Mixin ReportOptions options,
            @Parameters(paramLabel = "PATIENT-ID", description = "Any id of the record.") String patientId)
            throws IOException, InterruptedException {
        return options.make(Optional.empty(), (search, context) -> new PatientAccessReport(search, context, patientId));
    }

    @Command(
            name = "disclosures",
            description = {
                "The part of an accounting of disclosures (45 CFR 164.528) that an audit of accesses can know.",
                "By default of the last six years. What has to be settled before it is handed out stands apart."
            },
            mixinStandardHelpOptions = true)
    int disclosures(
            @Mixin ReportOptions options,
            @Parameters(paramLabel = "PATIENT-ID", description = "Any id of the record.") String patientId)
            throws IOException, InterruptedException {
        return options.make(
                Optional.of(SIX_YEARS), (search, context) -> new DisclosureReport(search, context, patientId));
    }

    @Command(
            name = "user",
            description = {
                "What one person or account did, beside the peers, and what was found of it.",
                "By default in the last 30 days."
            },
            mixinStandardHelpOptions = true)
    int user(
            @Mixin ReportOptions options,
            @Parameters(paramLabel = "USER-ID", description = "The user's id, as accesses have it.") String userId)
            throws IOException, InterruptedException {
        return options.make(Optional.of(MONTH), (search, context) -> new UserReport(search, context, userId));
    }

    @Command(
            name = "alerts",
            description = {
                "The regular review of activity: alerts, decisions, how fast they came, and each rule's precision.",
                "By default of the last 30 days. Names no patient, and nobody who opened a chart."
            },
            mixinStandardHelpOptions = true)
    int alerts(@Mixin ReportOptions options) throws IOException, InterruptedException {
        return options.make(Optional.of(MONTH), AlertReport::new);
    }

    @Command(
            name = "training",
            description = {
                "Departments with incidents that were explained away or not meant.",
                "By default of the last 90 days. Names nobody."
            },
            mixinStandardHelpOptions = true)
    int training(@Mixin ReportOptions options) throws IOException, InterruptedException {
        return options.make(Optional.of(QUARTER), TrainingReport::new);
    }
}
