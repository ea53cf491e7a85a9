package org.chartwarden.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.chartwarden.model.AccessEvent;
import org.junit.jupiter.api.Test;

class BenchPeopleTest {

    private static final long ONE_BLOCK = 800;

    private final BenchPeople people = new BenchPeople(4_000, Instant.parse("2026-01-05T08:00:00Z"));

    @Test
    void shouldGiveTheSameAccessForTheSameNumber() {
        assertThat(people.access(17)).isEqualTo(people.access(17));
    }

    @Test
    void shouldHaveEachVisitLeaveSeveralRowsOfOnePair() {
        List<AccessEvent> block =
                LongStream.range(0, ONE_BLOCK).mapToObj(people::access).toList();

        assertThat(block.stream().map(AccessEvent::getEventId)).doesNotHaveDuplicates();
        assertThat(block.stream()
                        .map(access -> access.getUserId() + " " + access.getPatientId())
                        .distinct())
                .hasSize((int) ONE_BLOCK / BenchPeople.ROWS);
    }

    @Test
    void shouldTellItsNumbers() {
        assertThat(BenchPeople.numberOf(people.access(4711).getEventId())).isEqualTo(4711);
        assertThat(BenchPeople.numberOf("another")).isEqualTo(-1);
    }
}
