package org.chartwarden.streams.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.streams.explain.Scene.NOW;
import static org.chartwarden.streams.explain.Scene.SURGERY;
import static org.chartwarden.streams.explain.Scene.care;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.Explanation;
import org.junit.jupiter.api.Test;

class RequestedByUserTest {

    private final Scene scene = new Scene();

    @Test
    void shouldExplainByAnOrderOfTheUser() {
        scene.with(care(CareKind.LABORATORY, SURGERY).setRequesterIds(List.of("u1")));

        assertThat(scene.explanation(Family.REQUESTED_BY_USER))
                .contains(new Explanation(
                        "requested-by-user",
                        0.9,
                        "The user asked for a laboratory order of the patient",
                        List.of("LABORATORY")));
    }

    @Test
    void shouldNotExplainByAnOrderOfSomebodyElse() {
        scene.with(care(CareKind.ORDER).setRequesterIds(List.of("u2")).setPractitionerIds(List.of("u1")));

        assertThat(scene.missing(Family.REQUESTED_BY_USER))
                .isEqualTo("The user ordered, prescribed and referred nothing for the patient");
    }

    /** An order that nobody closed tells of its day, not of every day since. */
    @Test
    void shouldNotTakeAnOrderWithoutAnEndForLasting() {
        Instant ordered = NOW.minus(Duration.ofDays(30)).minusSeconds(1);
        scene.with(care(CareKind.ORDER).setRequesterIds(List.of("u1")).setStart(ordered));

        assertThat(scene.missing(Family.REQUESTED_BY_USER))
                .isEqualTo("The user asked for an order of the patient, but the access was not within 1 day before or"
                        + " 30 days after it");
    }
}
