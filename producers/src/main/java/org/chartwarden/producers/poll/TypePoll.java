package org.chartwarden.producers.poll;

import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.chartwarden.producers.fhir.FhirDocument;
import org.chartwarden.producers.fhir.ResourceHead;
import org.chartwarden.producers.poll.PollException.Scope;
import org.chartwarden.producers.source.Delivery;
import org.chartwarden.producers.source.Origin;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.service.SourceMeter.SourceCount;

/** Polls one resource type: what has changed since the mark, oldest first, page by page. */
final class TypePoll {

    private static final String PAGE_SIZE = "200";
    private static final String OPERATION_OUTCOME = "OperationOutcome";

    private final String type;
    private final PollSettings settings;
    private final PollLimits limits;
    private final FhirClient client;
    private final RecordReader reader;
    private final Delivery delivery;
    private final Clock clock;
    private final MarkFile file;

    /** @param reader of this type */
    TypePoll(
            String type,
            PollSettings settings,
            PollLimits limits,
            FhirClient client,
            RecordReader reader,
            Delivery delivery,
            Clock clock) {
        this.type = type;
        this.settings = settings;
        this.limits = limits;
        this.client = client;
        this.reader = reader;
        this.delivery = delivery;
        this.clock = clock;
        this.file = new MarkFile(settings.marks(), type);
    }

    String type() {
        return type;
    }

    /** Returns when all that has changed is stored, or enough for one turn. */
    void run() throws PollException, InterruptedException {
        Mark begin = begin();
        Progress progress = new Progress(begin, clock.instant(), limits.remembered());
        Set<URI> visited = new HashSet<>();
        URI page = search(begin);
        for (int number = 1; number <= limits.pages(); number++) {
            if (!visited.add(page)) {
                throw new PollException(Scope.TYPE, "the server's pages lead back to an earlier one");
            }
            Page content = Page.of(client.get(page));
            store(content, number, progress);
            if (content.next().isEmpty()) {
                file.write(progress.afterAll());
                return;
            }
            file.write(progress.afterPage());
            page = next(page, content.next().get());
        }
        if (!progress.isMoving()) {
            throw new PollException(
                    Scope.TYPE,
                    "the server has more than %,d pages, and does not sort them by _lastUpdated"
                            .formatted(limits.pages()));
        }
    }

    /** The first mark is kept at once, so that what the first poll reaches back to does not move while it fails. */
    private Mark begin() throws PollException {
        Optional<Mark> known = file.read();
        if (known.isPresent()) {
            return known.get();
        }
        Mark first = new Mark(clock.instant().minus(settings.since()), Map.of());
        file.write(first);
        return first;
    }

    private URI search(Mark mark) {
        String since = mark.since()
                .minus(Progress.OVERLAP)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        return settings.base().resolve(type + "?_lastUpdated=ge" + since + "&_sort=_lastUpdated&_count=" + PAGE_SIZE);
    }

    /** The token must not go elsewhere, nor must anybody be asked whom the settings do not name. */
    private URI next(URI page, String link) throws PollException {
        URI next;
        try {
            next = page.resolve(link);
        } catch (IllegalArgumentException e) {
            throw new PollException(Scope.TYPE, "the link to the next page is not a URL", e);
        }
        if (!origin(next).equals(origin(settings.base()))) {
            throw new PollException(
                    Scope.SERVER, "the link to the next page leads to another server than poll.url names");
        }
        return next;
    }

    private static String origin(URI uri) {
        int standard = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return (uri.getScheme() + "://" + uri.getHost() + ":" + (uri.getPort() < 0 ? standard : uri.getPort()))
                .toLowerCase(Locale.ROOT);
    }

    private void store(Page page, int number, Progress progress) throws PollException, InterruptedException {
        Origin origin = new Origin(settings.base() + type, "page " + number);
        List<CompletableFuture<Void>> stored = new ArrayList<>();
        for (FhirDocument.Resource entry : page.entries()) {
            ResourceHead head = head(entry.raw());
            if (progress.isKnown(head)) {
                delivery.meter().add(SourceCount.RECEIVED, 1);
                delivery.meter().add(SourceCount.DUPLICATE, 1);
            } else if (!head.type().filter(OPERATION_OUTCOME::equals).isPresent()) {
                stored.add(delivery.deliver(reader, entry.raw(), origin.at(entry.position()))
                        .acknowledged());
            }
            progress.took(head);
        }
        await(stored);
    }

    /** Of what has none, the reader says what it is. */
    private static ResourceHead head(byte[] raw) {
        try {
            return ResourceHead.of(raw);
        } catch (Refusal refusal) {
            return new ResourceHead(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    private void await(List<CompletableFuture<Void>> stored) throws PollException, InterruptedException {
        try {
            CompletableFuture.allOf(stored.toArray(CompletableFuture<?>[]::new))
                    .get(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new PollException(Scope.SERVER, "Kafka did not acknowledge a page in time", e);
        }
    }
}
