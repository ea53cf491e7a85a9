package org.chartwarden.sink.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageIdsTest {

    private static final InternetAddress FROM = address("bot@hospital.example");
    private static final InternetAddress ANN = address("ann@hospital.example");
    private static final InternetAddress BOB = address("bob@hospital.example");

    @Test
    void shouldBeTheSameForTheSameAlertAndRecipientsInAnyOrder() {
        assertThat(MessageIds.of("a1", List.of(ANN, BOB), FROM))
                .isEqualTo(MessageIds.of("a1", List.of(address("BOB@hospital.example"), ANN), FROM))
                .matches("<[0-9a-f-]{36}@hospital.example>");
    }

    @Test
    void shouldDifferByAlertAndByRecipients() {
        String one = MessageIds.of("a1", List.of(ANN), FROM);

        assertThat(MessageIds.of("a2", List.of(ANN), FROM)).isNotEqualTo(one);
        assertThat(MessageIds.of("a1", List.of(ANN, BOB), FROM)).isNotEqualTo(one);
    }

    private static InternetAddress address(String text) {
        try {
            return new InternetAddress(text);
        } catch (AddressException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
