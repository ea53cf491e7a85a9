package org.chartwarden.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.streams.topology.Hospital.NOW;
import static org.chartwarden.streams.topology.Records.access;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.model.Stage;
import org.chartwarden.service.Counters.Count;
import org.chartwarden.topic.Topic;
import org.chartwarden.topic.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeadLetterTest extends TopologyTest {

    private static final byte[] GARBAGE = "not Avro".getBytes(StandardCharsets.UTF_8);

    static List<Topic<?>> topics() {
        return List.of(Topics.ACCESS, Topics.PATIENTS, Topics.CARE, Topics.MOVED);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void shouldKeepWhatItCannotReadAndGoOn(Topic<?> topic) {
        hospital.raw(topic, "p1", GARBAGE);

        assertThat(hospital.open(access("a1", "u1", "p1", NOW).build())).hasSize(1);
        List<DeadLetter> letters = hospital.deadLetters();
        assertThat(letters).hasSize(1);
        assertThat(letters.get(0).getStage()).isEqualTo(Stage.STREAMS);
        assertThat(letters.get(0).getSource()).isEqualTo(topic.name());
        assertThat(letters.get(0).getPosition()).isEqualTo("partition 0, offset 0");
        assertThat(letters.get(0).getReason())
                .startsWith("the record could not be deserialized: ")
                .doesNotContain("not Avro");
        assertThat(letters.get(0).getRaw().array()).isEqualTo(GARBAGE);
        assertThat(hospital.counters.get(Count.DEAD_LETTERED)).isEqualTo(1);
    }

    /** What every instance reads: its thread has no producer. */
    @Test
    void shouldLeaveWhereItIsWhatEveryInstanceCannotRead() {
        hospital.raw(Topics.WORKFORCE, "Practitioner/u1", GARBAGE);
        hospital.raw(Topics.WATCH_LIST, "list/p1/-", GARBAGE);
        hospital.raw(Topics.WATCH_LIST, null, GARBAGE);

        assertThat(hospital.open(access("a1", "u1", "p1", NOW).build())).hasSize(1);
        assertThat(hospital.deadLetters()).isEmpty();
    }

    @Test
    void shouldKeepWhatAnOperatorFailsOnAndGoOn() {
        hospital.raw(Topics.ACCESS, "p1", null);

        assertThat(hospital.open(access("a1", "u1", "p1", NOW).build())).hasSize(1);
        List<DeadLetter> letters = hospital.deadLetters();
        assertThat(letters)
                .extracting(DeadLetter::getReason)
                .containsExactly("the operator explain failed on the record (java.lang.NullPointerException)");
    }
}
