package org.chartwarden.sink.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chartwarden.model.NotificationKind;
import org.junit.jupiter.api.Test;

class MessageIdsTest {

    @Test
    void shouldBeTheSameForTheSameAlertsAndRecipient() {
        assertThat(MessageIds.of(
                        NotificationKind.DIGEST, Notices.ANN, List.of("a1", "a2"), Notices.RAISED, Notices.BOT))
                .isEqualTo(MessageIds.of(
                        NotificationKind.DIGEST,
                        Notices.address("ANN@hospital.example"),
                        List.of("a2", "a1"),
                        Notices.RAISED,
                        Notices.BOT))
                .matches("<[0-9a-f-]{36}@hospital.example>");
    }

    @Test
    void shouldDifferByKindRecipientAlertsAndTime() {
        String one = MessageIds.of(NotificationKind.ALERT, Notices.ANN, List.of("a1"), Notices.RAISED, Notices.BOT);

        assertThat(MessageIds.of(NotificationKind.ESCALATION, Notices.ANN, List.of("a1"), Notices.RAISED, Notices.BOT))
                .isNotEqualTo(one);
        assertThat(MessageIds.of(NotificationKind.ALERT, Notices.BOT, List.of("a1"), Notices.RAISED, Notices.BOT))
                .isNotEqualTo(one);
        assertThat(MessageIds.of(NotificationKind.ALERT, Notices.ANN, List.of("a2"), Notices.RAISED, Notices.BOT))
                .isNotEqualTo(one);
        assertThat(MessageIds.of(NotificationKind.ALERT, Notices.ANN, List.of("a1", "a2"), Notices.RAISED, Notices.BOT))
                .isNotEqualTo(one);
        assertThat(MessageIds.of(
                        NotificationKind.ALERT, Notices.ANN, List.of("a1"), Notices.RAISED.plusMillis(1), Notices.BOT))
                .isNotEqualTo(one);
    }
}
