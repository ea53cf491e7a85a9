package org.chartwarden.standalone.deadletter;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.model.Stage;
import org.chartwarden.producers.source.Bounds;
import org.chartwarden.producers.source.Feed;
import org.chartwarden.producers.source.Origin;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.RecordOutput;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.standalone.StackException;
import org.chartwarden.standalone.deadletter.ReplayResult.Fate;
import org.chartwarden.topic.Topics;

/**
 * Puts a dead letter back on its way: what a producer gave up is read again by its feed's reader, what came from a topic goes
 * back there as it is. Only when Kafka has stored all of it the letter is written again, as replayed; so a letter may be
 * replayed twice, which is recognised as duplicate, and is never forgotten.
 */
public final class Replay {

    /** The source's name, in the headers of what is sent. */
    static final String SOURCE = "dead-letters";

    private final Map<String, Feed> feeds;
    private final RecordOutput output;
    private final WayBack wayBack;
    private final Clock clock;
    private final boolean dryRun;

    /** @param dryRun whether nothing is sent */
    public Replay(Map<String, Feed> feeds, RecordOutput output, WayBack wayBack, Clock clock, boolean dryRun) {
        this.feeds = Map.copyOf(feeds);
        this.output = output;
        this.wayBack = wayBack;
        this.clock = clock;
        this.dryRun = dryRun;
    }

    /**
     * Puts one letter back on its way.
     *
     * @param corrected stands for the letter's own content, which a person has corrected
     * @throws StackException when Kafka did not take it; then it waits as before
     */
    public ReplayResult replay(DeadLetter letter, Optional<byte[]> corrected) {
        try {
            return letter.getStage() == Stage.PRODUCERS
                    ? readAgain(letter, corrected.orElseGet(() -> bytes(letter.getRaw())))
                    : putBack(letter, corrected.isPresent());
        } catch (Refusal refusal) {
            return new ReplayResult(letter.getDeadLetterId(), Fate.STAYS, "still refused: " + refusal.getMessage());
        }
    }

    private ReplayResult readAgain(DeadLetter letter, byte[] content) throws Refusal {
        Feed feed = letter.getFeed() == null ? null : feeds.get(letter.getFeed());
        if (feed == null) {
            throw new Refusal("there is no feed " + letter.getFeed() + " here; is its mapping in mappings.directory?");
        }
        RecordReader reader = feed.reader(bytes(letter.getHeader()), asOf(letter));
        List<Outgoing<?>> records = reader.read(content);
        for (Outgoing<?> record : records) {
            Bounds.require(record.value());
        }
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        if (!dryRun) {
            for (Outgoing<?> record : records) {
                sent.add(output.send(record, origin(letter), SOURCE));
            }
        }
        return finish(letter, sent, records.isEmpty() ? "understood, and not needed" : count(records.size()));
    }

    /** What an old file says must not replace what newer ones said since. */
    private static Instant asOf(DeadLetter letter) {
        return letter.getAsOf() == null ? letter.getTime() : letter.getAsOf();
    }

    private static String count(int records) {
        return records == 1 ? "1 record" : "%,d records".formatted(records);
    }

    private ReplayResult putBack(DeadLetter letter, boolean corrected) throws Refusal {
        if (corrected) {
            throw new Refusal(
                    "a record of a topic is put back as it is; only what a producer gave up can be corrected");
        }
        if (Topics.ALL.stream().noneMatch(topic -> topic.name().equals(letter.getSource()))) {
            throw new Refusal("its source is no topic of Chartwarden");
        }
        if (!letter.getRaw().hasRemaining()) {
            throw new Refusal("the record had no value, so that there is nothing to put back");
        }
        List<CompletableFuture<Void>> sent =
                dryRun ? List.of() : List.of(wayBack.send(letter.getSource(), letter.getKey(), bytes(letter.getRaw())));
        return finish(letter, sent, "1 record, back to " + letter.getSource());
    }

    private ReplayResult finish(DeadLetter letter, List<CompletableFuture<Void>> sent, String words) throws Refusal {
        if (dryRun) {
            return new ReplayResult(letter.getDeadLetterId(), Fate.WOULD_BE_SENT, words);
        }
        await(letter, sent);
        DeadLetter replayed = DeadLetter.newBuilder(letter)
                .setReplayedAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .build();
        Outgoing<DeadLetter> mark = new Outgoing<>(Topics.DEAD_LETTER, letter.getDeadLetterId(), replayed);
        await(letter, List.of(output.send(mark, origin(letter), SOURCE)));
        return new ReplayResult(letter.getDeadLetterId(), Fate.SENT, words);
    }

    private static void await(DeadLetter letter, List<CompletableFuture<Void>> sent) throws Refusal {
        try {
            CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new)).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw new StackException(
                    "Kafka did not take all of dead letter " + letter.getDeadLetterId()
                            + ": it waits as before, and to replay it again does no harm.",
                    e.getCause());
        }
    }

    private static Origin origin(DeadLetter letter) {
        return new Origin(letter.getSource(), letter.getPosition());
    }

    private static byte[] bytes(ByteBuffer buffer) {
        if (buffer == null) {
            return new byte[0];
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
