package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One access: one interaction on one patient's record.
 *
 * @param opening who opens whose chart
 * @param time when
 * @param interaction what is done
 * @param object on what: a relative reference such as {@code Observation/p1001-3}; the query of a search
 * @param requestId the X-Request-Id of the HTTP interaction; the patients of one result list share it
 * @param lasted how long the chart lay open, where the system tells
 */
record Act(
        Opening opening,
        Instant time,
        Interaction interaction,
        String object,
        String requestId,
        Optional<Duration> lasted) {

    static Act of(Opening opening, Instant time, Interaction interaction, String object, String requestId) {
        return new Act(opening, time, interaction, object, requestId, Optional.empty());
    }

    String userId() {
        return opening.user().userId();
    }

    String patientId() {
        return opening.patientId();
    }

    Act lasting(Duration duration) {
        return new Act(opening, time, interaction, object, requestId, Optional.of(duration));
    }

    Act from(Desk desk) {
        return new Act(opening.from(desk), time, interaction, object, requestId, lasted);
    }

    Act in(Circumstance circumstance) {
        return new Act(opening.in(circumstance), time, interaction, object, requestId, lasted);
    }
}
