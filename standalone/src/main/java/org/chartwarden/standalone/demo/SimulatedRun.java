package org.chartwarden.standalone.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.chartwarden.model.Alert;
import org.chartwarden.producers.ingest.Ingest;
import org.chartwarden.producers.ingest.IngestReport;
import org.chartwarden.producers.simulator.Shipment;
import org.chartwarden.producers.simulator.SimulatedDay;
import org.chartwarden.producers.simulator.SimulationPlan;
import org.chartwarden.service.Counters;
import org.chartwarden.service.ServiceEndpoint;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.search.AuditSearch;
import org.chartwarden.standalone.StackException;
import org.chartwarden.standalone.check.Conservation;
import org.chartwarden.standalone.check.Drain;
import org.chartwarden.standalone.check.Scorecard;
import org.chartwarden.standalone.check.Settled;
import org.chartwarden.standalone.system.EmbeddedSystem;
import org.chartwarden.standalone.terminal.Terminal;

/** Sends a simulated day through the same doors as real sources, waits until it has come out, and reads what came. */
public final class SimulatedRun {

    private static final int BUNDLE_ENTRIES = 100;
    private static final int BAR_WIDTH = 110;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final EmbeddedSystem system;
    private final Settings settings;
    private final Terminal terminal;

    public SimulatedRun(EmbeddedSystem system, Terminal terminal) {
        this.system = system;
        this.settings = system.services().settings();
        this.terminal = terminal;
    }

    /** Runs one day and reports it. */
    public DemoReport run(long seed, LocalDate day) throws IOException, InterruptedException {
        SimulatedDay simulated = SimulatedDay.of(SimulationPlan.of(seed, day, settings.zone(Setting.SITE_ZONE)));
        terminal.heading("A hospital's " + day);
        FhirClient client = new FhirClient(system.services().httpUrl());
        try (Ingest ingest = Ingest.open(settings, new Counters(ServiceEndpoint.newMeters()))) {
            sendContext(simulated, ingest);
            sendDay(simulated, client, ingest);
        }
        Settled settled = new Settled(settings);
        requireEnd(settled.await(PATIENCE));
        List<Alert> alerts = List.copyOf(settled.alerts().values());
        try (AuditSearch search = AuditSearch.open(settings)) {
            return new DemoReport(
                    simulated.auditEventCount(),
                    client.accepted() + client.refused(),
                    search.counts().explained(),
                    alerts,
                    MailAudit.of(settled.mailing(), system.mailFolder()),
                    Scorecard.of(simulated.incidents(), simulated.innocents(), alerts),
                    Conservation.check(settings));
        }
    }

    /** What is known when the day begins: it has to be there before the first access. */
    private void sendContext(SimulatedDay simulated, Ingest ingest) throws IOException, InterruptedException {
        IngestReport report = context(ingest, simulated.contextLines().toList());
        terminal.line("%,d records of patients, their care and the staff", report.produced());
        try (Drain drain = new Drain(settings)) {
            requireEnd(drain.await(PATIENCE));
        }
    }

    /**
     * In the order of arrival: paperwork that is late comes after the accesses that it explains. A day is over in seconds
     * here, so the paperwork also waits until those accesses are judged; else none of it would ever be late. So does each
     * next week of the past: what is usual is learned from whole days, and partitions that run ahead would cut them up.
     */
    private void sendDay(SimulatedDay simulated, FhirClient client, Ingest ingest)
            throws IOException, InterruptedException {
        try (LiveCounts counts = new LiveCounts(settings);
                Drain drain = new Drain(settings);
                ProgressBar bar = bar(simulated.auditEventCount())) {
            Iterator<Shipment> shipments = simulated.deliveries(BUNDLE_ENTRIES).iterator();
            while (shipments.hasNext()) {
                Shipment shipment = shipments.next();
                if (shipment instanceof Shipment.AuditBundle bundle) {
                    bar.stepBy(client.post(bundle.body()));
                } else if (shipment instanceof Shipment.ContextLines late) {
                    requireEnd(drain.awaitJudged(PATIENCE));
                    context(ingest, late.lines());
                } else if (shipment instanceof Shipment.WeekPassed) {
                    requireEnd(drain.awaitJudged(PATIENCE));
                }
                bar.setExtraMessage(" " + counts);
            }
        }
    }

    private static IngestReport context(Ingest ingest, List<String> lines) throws IOException {
        byte[] content = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return ingest.context(new ByteArrayInputStream(content), "simulated hospital");
    }

    private static ProgressBar bar(int events) {
        return new ProgressBarBuilder()
                .setTaskName("Accesses")
                .setInitialMax(events)
                .setUpdateIntervalMillis(1000)
                .setMaxRenderedLength(BAR_WIDTH)
                .setStyle(ProgressBarStyle.ASCII)
                .build();
    }

    private void requireEnd(boolean reached) {
        if (!reached) {
            throw new StackException("After " + PATIENCE.toMinutes()
                    + " minutes events are still on their way; see the logs in " + system.logFolder());
        }
    }
}
