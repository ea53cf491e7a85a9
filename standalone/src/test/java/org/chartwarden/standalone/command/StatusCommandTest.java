package org.chartwarden.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Clock;
import java.time.Instant;
import org.chartwarden.deadletter.DeadLetters;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.model.Stage;
import org.chartwarden.serde.TrustedClasses;
import org.chartwarden.standalone.deadletter.LetterBox;
import org.junit.jupiter.api.Test;

class StatusCommandTest {

    static {
        TrustedClasses.ensure();
    }

    private final DeadLetters letters = new DeadLetters(Stage.SINK, Clock.systemUTC());

    @Test
    void shouldCountTheLettersThatWait() {
        DeadLetter waiting = letters.ofTopic("audit.alerts", "partition 0, offset 1", "refused", new byte[0], null);
        DeadLetter done = letters.ofTopic("audit.alerts", "partition 0, offset 2", "refused", new byte[0], null);
        LetterBox box = new LetterBox(visitor -> {
            visitor.accept(waiting);
            visitor.accept(done);
            visitor.accept(
                    DeadLetter.newBuilder(done).setReplayedAt(Instant.now()).build());
        });

        assertThat(StatusCommand.waiting(3, box)).isEqualTo("         1  ehr.dead-letter by somebody");
    }

    @Test
    void shouldNotReadManyLettersForTheirNumber() {
        LetterBox unread = new LetterBox(visitor -> fail("the letters may be gigabytes"));

        assertThat(StatusCommand.waiting(0, unread)).isEqualTo("         0  ehr.dead-letter by somebody");
        assertThat(StatusCommand.waiting(10_001, unread))
                .isEqualTo("    10,001  ehr.dead-letter by somebody at most: dead-letters list says how many");
    }
}
