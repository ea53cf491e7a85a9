package org.chartwarden.standalone.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chartwarden.deadletter.DeadLetters;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.model.Stage;
import org.chartwarden.producers.AllFeeds;
import org.chartwarden.producers.kafka.KafkaOutput;
import org.chartwarden.producers.source.Origin;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.serde.SerdeFactory;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.standalone.deadletter.KafkaWayBack;
import org.chartwarden.standalone.deadletter.LetterBox;
import org.chartwarden.standalone.deadletter.LetterFacts;
import org.chartwarden.standalone.deadletter.LetterFilter;
import org.chartwarden.standalone.deadletter.Letters;
import org.chartwarden.standalone.deadletter.Replay;
import org.chartwarden.standalone.deadletter.ReplayResult;
import org.chartwarden.standalone.deadletter.ReplayRun;
import org.chartwarden.topic.Topics;

/** What a person does about the dead letters of a running Chartwarden. */
final class LetterDesk {

    private final Settings settings;
    private final Clock clock = Clock.systemUTC();

    LetterDesk(Settings settings) {
        this.settings = settings;
    }

    /** The letters of a source that nobody has replayed. */
    List<LetterFacts> waiting(String source) {
        return new LetterBox(Letters.of(settings))
                .list(LetterFilter.WAITING).stream()
                        .filter(letter -> letter.source().contains(source))
                        .toList();
    }

    /** Replays the one letter of a source that waits. */
    ReplayResult replay(String source, Optional<String> corrected) {
        List<LetterFacts> waiting = waiting(source);
        assertThat(waiting).hasSize(1);
        List<ReplayResult> results = new ArrayList<>();
        try (KafkaOutput output = KafkaOutput.open(settings);
                KafkaWayBack wayBack = new KafkaWayBack(settings)) {
            Replay replay = new Replay(AllFeeds.of(settings, clock), output, wayBack, clock, false);
            new ReplayRun(Letters.of(settings), replay)
                    .run(
                            Set.of(waiting.get(0).id()),
                            corrected.map(row -> row.getBytes(StandardCharsets.UTF_8)),
                            results::add);
        }
        assertThat(results).hasSize(1);
        return results.get(0);
    }

    /** The access of a row, as if the topology had given its record up for a fault that is mended now. */
    AccessEvent giveUpInStreams(String header, String row) throws Refusal {
        AccessEvent access = (AccessEvent) AllFeeds.of(settings, clock)
                .get("access-log")
                .reader(header.getBytes(StandardCharsets.UTF_8), Instant.EPOCH)
                .read(row.getBytes(StandardCharsets.UTF_8))
                .get(0)
                .value();
        byte[] value = new SerdeFactory(settings.text(Setting.SERDE_CLASS), settings.serde())
                .valueSerde(AccessEvent.class)
                .serializer()
                .serialize(Topics.ACCESS.name(), access);
        DeadLetter letter = new DeadLetters(Stage.STREAMS, clock)
                .ofTopic(Topics.ACCESS.name(), "partition 0, offset 0", "a fault", value, access.getPatientId());
        try (KafkaOutput output = KafkaOutput.open(settings)) {
            output.send(
                            new Outgoing<>(Topics.DEAD_LETTER, letter.getDeadLetterId(), letter),
                            new Origin("a test", "record 1"),
                            "test")
                    .join();
        }
        return access;
    }
}
