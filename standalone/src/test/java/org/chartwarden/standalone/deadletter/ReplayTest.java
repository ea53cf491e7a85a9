package org.chartwarden.standalone.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.model.WatchEntry;
import org.chartwarden.producers.source.Origin;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.RecordOutput;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.standalone.StackException;
import org.chartwarden.standalone.deadletter.ReplayResult.Fate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayTest {

    private final Sent sent = new Sent();
    private final List<String> putBack = new ArrayList<>();

    @Test
    void shouldReadALetterAgainAndMarkIt() {
        DeadLetter letter = Samples.ofRecord("line 7", "one two", "words", "a-");

        ReplayResult result = replay(letter, null, false);

        assertThat(result).isEqualTo(new ReplayResult(letter.getDeadLetterId(), Fate.SENT, "2 records"));
        assertThat(sent.values).containsExactly(entry("a-one"), entry("a-two"), Samples.replayed(letter));
        assertThat(sent.origins).containsOnly("audit.txt, line 7 by dead-letters");
        assertThat(putBack).isEmpty();
    }

    @Test
    void shouldReadALetterAsOfTheTimeOfItsFile() {
        Instant written = Samples.NOON.minusSeconds(86_400);
        DeadLetter letter = DeadLetter.newBuilder(Samples.ofRecord("line 7", "wrong!"))
                .setAsOf(written)
                .build();

        replay(letter, "right", false);

        assertThat(sent.values)
                .containsExactly(
                        WatchEntry.newBuilder(entry("right"))
                                .setUpdatedAt(written)
                                .build(),
                        Samples.replayed(letter));
    }

    @Test
    void shouldReadWhatWasCorrectedInPlaceOfTheLetter() {
        DeadLetter letter = Samples.ofRecord("line 7", "wrong!");

        ReplayResult result = replay(letter, "right", false);

        assertThat(result).isEqualTo(new ReplayResult(letter.getDeadLetterId(), Fate.SENT, "1 record"));
        assertThat(sent.values).containsExactly(entry("right"), Samples.replayed(letter));
        assertThat(Samples.text(((DeadLetter) sent.values.get(1)).getRaw())).isEqualTo("wrong!");
    }

    @Test
    void shouldLeaveWhatIsStillRefusedWhereItIs() {
        DeadLetter letter = Samples.ofRecord("line 7", "wrong!");

        ReplayResult result = replay(letter, null, false);

        assertThat(result)
                .isEqualTo(new ReplayResult(
                        letter.getDeadLetterId(), Fate.STAYS, "still refused: has an exclamation mark"));
        assertThat(sent.values).isEmpty();
    }

    @Test
    void shouldLeaveWhatTellsMoreThanARecordMayWhereItIs() {
        DeadLetter letter = Samples.ofRecord("line 7", "short " + "x".repeat(100_000));

        ReplayResult result = replay(letter, null, false);

        assertThat(result.fate()).isEqualTo(Fate.STAYS);
        assertThat(result.words())
                .isEqualTo("still refused: WatchEntry.entryId would have 100,000 characters; 1,024 are allowed");
        assertThat(replay(letter, null, true).fate()).isEqualTo(Fate.STAYS);
        assertThat(sent.values).isEmpty();
    }

    @Test
    void shouldLeaveWhatKafkaRefusesForGoodWhereItIs() {
        sent.acknowledgement = CompletableFuture.failedFuture(new Refusal("is too large"));

        ReplayResult result = replay(Samples.ofRecord("line 7", "one"), null, false);

        assertThat(result.words()).isEqualTo("still refused: is too large");
        assertThat(sent.values).containsExactly(entry("one"));
    }

    @Test
    void shouldMarkWhatIsUnderstoodAndNotNeeded() {
        DeadLetter letter = Samples.ofRecord("line 7", "");

        ReplayResult result = replay(letter, null, false);

        assertThat(result.words()).isEqualTo("understood, and not needed");
        assertThat(sent.values).containsExactly(Samples.replayed(letter));
    }

    @Test
    void shouldPutARecordOfATopicBackAsItIs() {
        DeadLetter letter = Samples.ofTopic("ehr.access", "bytes", "p1");

        ReplayResult result = replay(letter, null, false);

        assertThat(result.words()).isEqualTo("1 record, back to ehr.access");
        assertThat(putBack).containsExactly("ehr.access/p1/bytes");
        assertThat(sent.values).containsExactly(Samples.replayed(letter));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ehr.access | bytes | corrected | a record of a topic is put back as it is; only what a producer gave up can be"
                        + " corrected",
                "elsewhere | bytes | | its source is no topic of Chartwarden",
                "ehr.access | '' | | the record had no value, so that there is nothing to put back"
            })
    void shouldNotPutBackWhatCannotBe(String topic, String content, String corrected, String reason) {
        ReplayResult result = replay(Samples.ofTopic(topic, content, null), corrected, false);

        assertThat(result.words()).isEqualTo("still refused: " + reason);
        assertThat(putBack).isEmpty();
        assertThat(sent.values).isEmpty();
    }

    @Test
    void shouldSayThatAFeedIsNotThere() {
        ReplayResult result = replay(Samples.ofRecord("line 1", "one", "gone", ""), null, false);

        assertThat(result.words())
                .isEqualTo("still refused: there is no feed gone here; is its mapping in mappings.directory?");
    }

    @Test
    void shouldSendNothingInADryRun() {
        ReplayResult record = replay(Samples.ofRecord("line 7", "one two"), null, true);
        ReplayResult ofTopic = replay(Samples.ofTopic("ehr.access", "bytes", "p1"), null, true);

        assertThat(List.of(record, ofTopic)).extracting(ReplayResult::fate).containsOnly(Fate.WOULD_BE_SENT);
        assertThat(sent.values).isEmpty();
        assertThat(putBack).isEmpty();
    }

    @Test
    void shouldNotMarkWhatKafkaDidNotTake() {
        sent.acknowledgement = CompletableFuture.failedFuture(new IllegalStateException("no broker"));
        DeadLetter letter = Samples.ofRecord("line 7", "one");

        assertThatThrownBy(() -> replay(letter, null, false))
                .isInstanceOf(StackException.class)
                .hasMessage("Kafka did not take all of dead letter " + letter.getDeadLetterId()
                        + ": it waits as before, and to replay it again does no harm.");
        assertThat(sent.values).containsExactly(entry("one"));
    }

    private ReplayResult replay(DeadLetter letter, String corrected, boolean dryRun) {
        WayBack wayBack = (topic, key, value) -> {
            putBack.add(topic + "/" + key + "/" + new String(value, StandardCharsets.UTF_8));
            return CompletableFuture.completedFuture(null);
        };
        WordsFeed feed = new WordsFeed();
        Replay replay = new Replay(Map.of(feed.name(), feed), sent, wayBack, Samples.CLOCK, dryRun);
        return replay.replay(letter, Optional.ofNullable(corrected).map(Samples::bytes));
    }

    private static WatchEntry entry(String id) {
        return WatchEntry.newBuilder()
                .setEntryId(id)
                .setPatientId(id)
                .setList("list")
                .setCode("VIP")
                .setUpdatedAt(Samples.NOON)
                .build();
    }

    /** Keeps what is sent. */
    private static final class Sent implements RecordOutput {

        private final List<SpecificRecord> values = new ArrayList<>();
        private final List<String> origins = new ArrayList<>();
        private CompletableFuture<Void> acknowledgement = CompletableFuture.completedFuture(null);

        @Override
        public CompletableFuture<Void> send(Outgoing<?> record, Origin origin, String source) {
            values.add(record.value());
            origins.add(origin + " by " + source);
            return acknowledgement;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
