package org.chartwarden.sink.mail.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.chartwarden.model.Instruction;

/**
 * When employees are written to: on the evening of the day on which an officer released it, at once when that hour has
 * passed, and never on another day.
 */
record Courtesies(LocalTime evening, ZoneId zone) {

    boolean isDue(Instruction order, Instant now) {
        return !now.isBefore(due(order));
    }

    private Instant due(Instruction order) {
        Instant due = day(order).atTime(evening).atZone(zone).toInstant();
        return due.isAfter(order.getAt()) ? due : order.getAt();
    }

    /** Why it is not to be sent now or later; empty when nothing stands against it. */
    Optional<String> objection(Instruction order, MailState state, Instant now) {
        Instant end = day(order).plusDays(1).atStartOfDay(zone).toInstant();
        if (!now.isBefore(end)) {
            return Optional.of("The day on which it was released is over.");
        }
        return state.alert(order.getAlertId())
                .filter(AlertFacts::explained)
                .map(alert -> "The access has been explained meanwhile.");
    }

    private LocalDate day(Instruction order) {
        return order.getAt().atZone(zone).toLocalDate();
    }
}
