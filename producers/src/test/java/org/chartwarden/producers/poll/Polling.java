package org.chartwarden.producers.poll;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chartwarden.producers.MemoryOutput;
import org.chartwarden.producers.fhir.FhirFeed;
import org.chartwarden.producers.fhir.Samples;
import org.chartwarden.producers.source.Delivery;
import org.chartwarden.producers.source.Feed;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.SourceContext;
import org.chartwarden.serde.TrustedClasses;
import org.chartwarden.service.Counters;
import org.chartwarden.settings.Settings;

/** A poller of one process, from its start on; another one with the same directory is its restart. */
final class Polling {

    static {
        TrustedClasses.ensure();
    }

    final MemoryOutput output = new MemoryOutput();
    final SourceContext context;
    final Delivery delivery;
    final Poller poller;

    Polling(String url, Path directory, Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(
                Map.of("poll.url", url, "poll.types", "Patient", "producers.state.directory", directory.toString()));
        all.putAll(more);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Map<String, Feed> feeds = FhirFeed.all(Samples.CLOCK, ZoneOffset.UTC).stream()
                .collect(Collectors.toMap(Feed::name, Function.identity()));
        context = new SourceContext(Settings.of(all), Samples.CLOCK, output, new Counters(meters), meters, feeds);
        delivery = context.delivery(FhirPollSource.NAME);
        PollSettings settings = PollSettings.of(context.settings()).orElseThrow();
        FhirClient client = new FhirClient(settings, limits(), Optional.empty());
        List<TypePoll> types = settings.types().stream()
                .map(type -> new TypePoll(type, settings, limits(), client, reader(type), delivery, Samples.CLOCK))
                .toList();
        poller = new Poller(types, settings.interval(), limits(), Samples.CLOCK);
    }

    /** Small enough that a test sees each limit at once. */
    static PollLimits limits() {
        return new PollLimits(
                50_000,
                5,
                100,
                Duration.ofMillis(1_500),
                Duration.ofMillis(300),
                Duration.ofSeconds(1),
                Duration.ofSeconds(60));
    }

    private RecordReader reader(String type) {
        try {
            return context.feeds()
                    .get(type.equals("AuditEvent") ? "fhir-audit" : "fhir-context")
                    .reader(new byte[0], Samples.NOW);
        } catch (org.chartwarden.producers.source.Refusal refusal) {
            throw new IllegalStateException(refusal);
        }
    }

    Duration turn() throws InterruptedException {
        return poller.turn();
    }

    /** The ids that were produced since the start. */
    List<String> keys() {
        return output.produced().stream().map(record -> record.key()).toList();
    }
}
