package org.chartwarden.producers.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class RoomTest {

    private final Room room = new Room(HttpLimits.usual());

    @Test
    void shouldTurnAwayMoreEntriesThanItHoldsUntilSomeAreStored() {
        Room.Place first = room.enter();
        first.takeEntries(20_000);

        Rejection rejection = catchThrowableOfType(Rejection.class, () -> {
            try (Room.Place second = room.enter()) {
                second.takeEntries(1);
            }
        });
        first.close();

        assertThat(rejection.status()).isEqualTo(429);
        assertThat(rejection.headers()).containsKey("Retry-After");
        assertThatCode(() -> {
                    try (Room.Place third = room.enter()) {
                        third.takeEntries(20_000);
                    }
                })
                .doesNotThrowAnyException();
    }
}
