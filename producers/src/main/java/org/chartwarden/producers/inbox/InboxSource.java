package org.chartwarden.producers.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.chartwarden.producers.source.Feed;
import org.chartwarden.producers.source.Source;
import org.chartwarden.producers.source.SourceContext;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.SettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The watched folder. One door with one thread, so that files are taken in a known order; counted by feed, as {@code
 * inbox-fhir-audit} and so on.
 */
public final class InboxSource implements Source {

    /** The door's name, and the beginning of the names by which its feeds are counted. */
    public static final String NAME = "inbox";

    private static final Logger LOG = LoggerFactory.getLogger(InboxSource.class);

    /** Longer than Kafka's client takes to give up. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What explains accesses is taken before them. */
    private static final Comparator<Feed> ORDER =
            Comparator.comparing(Feed::isContext).reversed().thenComparing(Feed::name);

    private final Inbox inbox;
    private final ScheduledExecutorService thread;
    private final ScheduledFuture<?> looking;

    private InboxSource(Inbox inbox, Duration interval) {
        this.inbox = inbox;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, NAME));
        this.looking = thread.scheduleWithFixedDelay(this::look, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            inbox.look();
        } catch (RuntimeException | Error e) {
            LOG.error("inbox is watched no more", e);
            throw e;
        }
    }

    /** Watches {@link Setting#INBOX_DIRECTORY}, when it is set. */
    public static List<Source> start(SourceContext context) {
        Optional<String> folder = context.settings().optional(Setting.INBOX_DIRECTORY);
        if (folder.isEmpty()) {
            return List.of();
        }
        Duration interval = context.settings().duration(Setting.INBOX_INTERVAL);
        if (interval.toMillis() < 1) {
            throw new SettingsException(
                    Setting.INBOX_INTERVAL.key() + " must be a millisecond or longer, such as PT5S");
        }
        return List.of(new InboxSource(inbox(context, new Folders(Path.of(folder.get()))), interval));
    }

    static Inbox inbox(SourceContext context, Folders folders) {
        Path state = Path.of(context.settings().text(Setting.PRODUCERS_STATE_DIRECTORY))
                .resolve(NAME);
        Collection<Feed> feeds = context.feeds().values();
        feeds.stream().map(Feed::name).filter(Folders.RESERVED::contains).forEach(InboxSource::refuse);
        Clock clock = context.clock().withZone(context.zone());
        List<FeedInbox> inboxes = feeds.stream()
                .sorted(ORDER)
                .map(feed -> new FeedInbox(feed, context.delivery(NAME + "-" + feed.name()), folders, state, clock))
                .toList();
        try {
            folders.create(context.feeds().keySet());
            Files.createDirectories(state);
            for (FeedInbox each : inboxes) {
                each.forgetOld();
            }
        } catch (IOException e) {
            throw new SettingsException(
                    "%s or %s cannot be prepared (%s)"
                            .formatted(Setting.INBOX_DIRECTORY.key(), Setting.PRODUCERS_STATE_DIRECTORY.key(), e),
                    e);
        }
        return new Inbox(folders, context.feeds().keySet(), inboxes, state);
    }

    private static void refuse(String feed) {
        throw new SettingsException(
                "A feed is named " + feed + ", which is a folder of the inbox: give it another name");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> problem() {
        if (looking.isDone()) {
            return Optional.of("the thread that watches has ended; the log says why");
        }
        return Optional.of(String.join("; ", inbox.problems())).filter(text -> !text.isEmpty());
    }

    @Override
    public void close() {
        inbox.stop();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("inbox does not stop; what it has not written down is sent again after the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        inbox.close();
    }
}
