package org.chartwarden.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.chartwarden.producers.source.Origin;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.standalone.terminal.Terminal;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private final Refusals refusals = new Refusals();

    @Test
    void shouldCountByReasonAndNameTheFirstPlaces() {
        for (int line = 1; line <= 4; line++) {
            refusals.deadLettered(new Origin("a.csv", "line " + line), new Refusal("time", "must be a time"));
        }
        refusals.deadLettered(new Origin("a.csv", "line 9"), new Refusal("action", "is missing"));

        assertThat(printed()).isEqualTo("""
                Refused:
                  4: time must be a time
                     at a.csv, line 1; a.csv, line 2; a.csv, line 3; ...
                  1: action is missing
                     at a.csv, line 9
                """);
    }

    @Test
    void shouldPrintNothingWhenNothingWasRefused() {
        assertThat(printed()).isEmpty();
    }

    @Test
    void shouldStayShortHoweverManyReasonsThereAre() {
        for (int reason = 0; reason < 1_000; reason++) {
            refusals.deadLettered(new Origin("a.csv", "line " + reason), new Refusal("reason " + reason));
        }

        assertThat(printed().lines()).hasSize(1 + 2 * 21);
        assertThat(printed()).contains("  980: other reasons\n");
    }

    private String printed() {
        StringWriter text = new StringWriter();
        refusals.print(new Terminal(new PrintWriter(text)), "Refused:");
        return text.toString();
    }
}
