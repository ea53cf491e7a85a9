package org.chartwarden.sink.mail.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.chartwarden.model.Instruction;

/**
 * When employees are written to: on the evening of the day on which an officer released it, at once when that hour has
 * passed, and never on another day.
 */
record Courtesies(LocalTime evening, ZoneId zone) {

    List<Instruction> due(MailState state, Instant now) {
        return state.courtesies().stream()
                .filter(order -> !now.isBefore(due(order)) && !isOver(order, now))
                .filter(order -> state.alert(order.getAlertId()).isPresent()) // it tells the day
                .toList();
    }

    private Instant due(Instruction order) {
        Instant due = day(order).atTime(evening).atZone(zone).toInstant();
        return due.isAfter(order.getAt()) ? due : order.getAt();
    }

    /** Whether its day is over. */
    boolean isOver(Instruction order, Instant now) {
        return !now.isBefore(day(order).plusDays(1).atStartOfDay(zone).toInstant());
    }

    private LocalDate day(Instruction order) {
        return order.getAt().atZone(zone).toLocalDate();
    }
}
