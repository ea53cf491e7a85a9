package org.chartwarden.sink.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.chartwarden.sink.reconcile.Entry.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinTest {

    private static final Instant TIME = Instant.parse("2026-01-31T10:20:00Z");
    private static final Instant OUTSIDE = TIME.plusSeconds(86_400);
    private static final Span DAY = new Span(TIME.minusSeconds(3_600), TIME.plusSeconds(3_600));

    @TempDir
    private Path folder;

    private final List<String> differences = new ArrayList<>();
    private Positions wanted;

    @Test
    void shouldAgreeOnWhatIsThereAtTheRevisionThatTheSinkHasPassedOrALaterOne() throws IOException {
        Map<Finding, Long> found = join(
                inKafka("a", 1, Standing.DUE, 0),
                inKafka("a", 2, Standing.ON_ITS_WAY, 1),
                indexed("a", 2),
                inKafka("b", 1, Standing.DUE, 2),
                inKafka("b", 2, Standing.ON_ITS_WAY, 3),
                indexed("b", 1));

        assertThat(found).isEqualTo(Map.of(Finding.IN_KAFKA, 2L, Finding.IN_ELASTICSEARCH, 2L));
        assertThat(differences).isEmpty();
        assertThat(wanted.topics()).isEmpty();
    }

    @Test
    void shouldNameWhatIsMissingAndWhereItsNewestRecordIs() throws IOException {
        Map<Finding, Long> found = join(inKafka("a", 2, Standing.DUE, 8), inKafka("a", 1, Standing.DUE, 7));

        assertThat(found).isEqualTo(Map.of(Finding.IN_KAFKA, 1L, Finding.MISSING, 1L));
        assertThat(differences).containsExactly("a: it is in audit.access partition 3 offset 8");
        assertThat(wanted.contains(new TopicPartition("audit.access", 3), 8)).isTrue();
        assertThat(wanted.contains(new TopicPartition("audit.access", 3), 7)).isFalse();
    }

    @Test
    void shouldNameOtherRevisionsAndWantOnlyTheNewer() throws IOException {
        Map<Finding, Long> found = join(
                inKafka("old", 3, Standing.DUE, 5),
                indexed("old", 2),
                inKafka("new", 3, Standing.DUE, 6),
                indexed("new", 4));

        assertThat(found)
                .isEqualTo(Map.of(Finding.IN_KAFKA, 2L, Finding.IN_ELASTICSEARCH, 2L, Finding.OTHER_REVISION, 2L));
        assertThat(differences)
                .containsExactlyInAnyOrder(
                        "old: it is there as 2, in Kafka as 3", "new: it is there as 4, in Kafka as 3");
        assertThat(wanted.contains(new TopicPartition("audit.access", 3), 5)).isTrue();
        assertThat(wanted.contains(new TopicPartition("audit.access", 3), 6)).isFalse();
    }

    @Test
    void shouldNameWhatIsTwiceOrExtra() throws IOException {
        Map<Finding, Long> found =
                join(inKafka("a", 1, Standing.DUE, 0), indexed("a", 1), indexed("a", 1), indexed("forged", 1));

        assertThat(found)
                .isEqualTo(Map.of(
                        Finding.IN_KAFKA, 1L, Finding.IN_ELASTICSEARCH, 2L, Finding.TWICE, 1L, Finding.EXTRA, 1L));
        assertThat(differences)
                .containsExactlyInAnyOrder("a: it is in two indices", "forged: no record in audit.access says so");
    }

    @Test
    void shouldTakeNoReasonForADifference() throws IOException {
        Map<Finding, Long> found = join(
                inKafka("a", 1, Standing.ON_ITS_WAY, 0),
                inKafka("b", 1, Standing.REFUSED, 1),
                inKafka("c", 1, Standing.EXPIRED, 2),
                Entry.indexed(Compared.ACCESSES, "d", 1, TIME, TIME.minusSeconds(1)));

        assertThat(found)
                .isEqualTo(Map.of(
                        Finding.IN_KAFKA, 3L,
                        Finding.IN_ELASTICSEARCH, 1L,
                        Finding.ON_ITS_WAY, 1L,
                        Finding.REFUSED, 1L,
                        Finding.EXPIRED, 1L,
                        Finding.OUTLIVED_KAFKA, 1L));
        assertThat(differences).isEmpty();
    }

    @Test
    void shouldKnowARevisionThatACompactedTopicNoLongerHas() throws IOException {
        Map<Finding, Long> found = join(
                entry(Compared.ALERTS, "a", 3, Standing.DUE, TIME),
                entry(Compared.ALERTS, "a", 3, Standing.INDEXED, TIME),
                entry(Compared.ALERT_REVISIONS, "a@2", 1, Standing.INDEXED, TIME),
                entry(Compared.ALERT_REVISIONS, "a@4", 1, Standing.INDEXED, TIME));

        assertThat(found).containsEntry(Finding.SUPERSEDED, 1L).containsEntry(Finding.EXTRA, 1L);
        assertThat(differences).containsExactly("a@4: no record in audit.alerts says so");
    }

    @Test
    void shouldLeaveOutWhatIsNotInTheSpan() throws IOException {
        Map<Finding, Long> found = join(entry(Compared.ACCESSES, "a", 1, Standing.DUE, OUTSIDE));

        assertThat(found).isEmpty();
    }

    private static Entry inKafka(String id, long version, Standing standing, long offset) {
        return new Entry(Compared.ACCESSES, id, version, standing, TIME, TIME, 3, offset);
    }

    private static Entry indexed(String id, long version) {
        return Entry.indexed(Compared.ACCESSES, id, version, TIME, TIME);
    }

    private static Entry entry(Compared kind, String id, long version, Standing standing, Instant time) {
        return new Entry(kind, id, version, standing, time, time, 0, 0);
    }

    private Map<Finding, Long> join(Entry... entries) throws IOException {
        Join join = new Join(
                DAY,
                Map.of(Compared.ACCESSES, TIME),
                difference -> differences.add(difference.id() + ": " + difference.detail()));
        try (Buckets buckets = Buckets.in(folder)) {
            for (Entry entry : entries) {
                buckets.add(entry);
            }
            buckets.forEach(join);
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).as("temporary files").isEmpty();
        }
        wanted = join.wanted();
        Map<Finding, Long> found = new EnumMap<>(Finding.class);
        for (Finding finding : Finding.values()) {
            found.put(finding, join.tally().total().of(finding));
        }
        found.values().removeIf(count -> count == 0);
        return found;
    }
}
