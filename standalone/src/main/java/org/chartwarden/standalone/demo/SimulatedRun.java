package org.chartwarden.standalone.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
import org.chartwarden.standalone.check.TopicReader;
import org.chartwarden.standalone.mail.Mailbox;
import org.chartwarden.standalone.system.EmbeddedSystem;
import org.chartwarden.standalone.terminal.Terminal;
import org.chartwarden.topic.Topics;

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
        sendContext(simulated);
        FhirClient client = new FhirClient(system.services().ingestUrl());
        sendAccesses(simulated, client);
        awaitEnd();
        List<Alert> alerts =
                List.copyOf(new TopicReader(settings).newest(Topics.ALERTS).values());
        try (AuditSearch search = AuditSearch.open(settings)) {
            return new DemoReport(
                    simulated.auditEventCount(),
                    client.accepted() + client.refused(),
                    search.counts().explained(),
                    alerts,
                    mails(),
                    Scorecard.of(simulated.incidents(), alerts),
                    Conservation.check(settings));
        }
    }

    private void sendContext(SimulatedDay simulated) throws IOException, InterruptedException {
        byte[] lines = String.join("\n", simulated.contextLines().toList()).getBytes(StandardCharsets.UTF_8);
        try (Ingest ingest = Ingest.open(settings, new Counters(ServiceEndpoint.newMeters()))) {
            IngestReport report = ingest.context(new ByteArrayInputStream(lines), "simulated hospital");
            terminal.line("%,d patients, staff and encounters", report.produced());
        }
        awaitEnd(); // the demo judges a day whose paperwork is there
    }

    private void sendAccesses(SimulatedDay simulated, FhirClient client) throws IOException, InterruptedException {
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setTaskName("Accesses")
                .setInitialMax(simulated.auditEventCount())
                .setUpdateIntervalMillis(1000)
                .setMaxRenderedLength(BAR_WIDTH)
                .setStyle(ProgressBarStyle.ASCII);
        try (LiveCounts counts = new LiveCounts(settings);
                ProgressBar bar = builder.build()) {
            Iterator<String> bundles = simulated.auditBundles(BUNDLE_ENTRIES).iterator();
            while (bundles.hasNext()) {
                bar.stepBy(client.post(bundles.next()));
                bar.setExtraMessage(" " + counts);
            }
        }
    }

    private void awaitEnd() throws InterruptedException {
        try (Drain drain = new Drain(settings)) {
            if (!drain.await(PATIENCE)) {
                throw new StackException("After " + PATIENCE.toMinutes()
                        + " minutes events are still on their way; see the logs in " + system.logFolder());
            }
        }
    }

    private List<Path> mails() throws IOException {
        return Mailbox.mails(system.mailFolder());
    }
}
