package org.chartwarden.streams.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.chartwarden.model.PeerBaseline;
import org.chartwarden.streams.state.PeerDays;
import org.junit.jupiter.api.Test;

class PeerGroupTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void shouldNotBeMovedByOneWildDay() {
        PeerDays days = null;
        int[] counts = {30, 32, 34, 36, 4000};
        for (int index = 0; index < counts.length; index++) {
            days = PeerGroup.with(days, "u" + index, DAY, counts[index]);
        }

        PeerBaseline baseline = PeerGroup.baseline("rule", "onc/nurse", days);

        assertThat(baseline).isEqualTo(new PeerBaseline("rule", "onc/nurse", 5, 5, 34.0, 2 * 1.4826));
    }

    @Test
    void shouldKeepTheNewestDaysInWhicheverOrderTheyCome() {
        List<Integer> numbers = new ArrayList<>(IntStream.range(0, 40).boxed().toList());
        Collections.shuffle(numbers, new Random(7));
        PeerDays days = null;
        for (int number : numbers) {
            days = PeerGroup.with(days, "u1", DAY.plusDays(number), number);
        }

        assertThat(days.getUsers().get("u1"))
                .hasSize(PeerGroup.MOST_DAYS)
                .first()
                .satisfies(newest -> assertThat(newest.getCount()).isEqualTo(39));
        assertThat(days.getUsers().get("u1").get(PeerGroup.MOST_DAYS - 1).getCount())
                .isEqualTo(12);
    }

    @Test
    void shouldSampleTheSamePeopleInWhicheverOrderTheyCome() {
        List<String> users =
                new ArrayList<>(IntStream.range(0, 300).mapToObj(n -> "u" + n).toList());

        PeerDays inOrder = days(users);
        Collections.shuffle(users, new Random(7));
        PeerDays shuffled = days(users);

        assertThat(inOrder.getUsers()).hasSize(PeerGroup.MOST_USERS);
        assertThat(shuffled.getUsers().keySet()).isEqualTo(inOrder.getUsers().keySet());
    }

    private static PeerDays days(List<String> users) {
        PeerDays days = null;
        for (String user : users) {
            days = PeerGroup.with(days, user, DAY, 1);
        }
        return days;
    }
}
