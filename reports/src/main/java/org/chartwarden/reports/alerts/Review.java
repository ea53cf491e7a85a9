package org.chartwarden.reports.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.reports.data.AlertRow;
import org.chartwarden.sink.mail.Deadlines;

/**
 * How the review of one alert stands.
 *
 * @param alert as it stands now
 * @param now when that is looked at
 */
record Review(AlertRow alert, Instant now) {

    boolean isOpen() {
        return alert.status() == AlertStatus.OPEN;
    }

    boolean isDecided() {
        return alert.decision().isPresent();
    }

    /** By when an officer has to decide it; empty when it never opened. */
    Optional<Instant> due() {
        return alert.openedAt().map(opened -> opened.plus(Deadlines.timeToReview(alert.severity())));
    }

    /** From when it opened until it was decided; empty when it was not decided, or decided before it opened. */
    Optional<Duration> timeToDecision() {
        return alert.openedAt()
                .flatMap(opened -> alert.decidedAt()
                        .filter(decided -> isDecided() && !decided.isBefore(opened))
                        .map(decided -> Duration.between(opened, decided)));
    }

    boolean isInTime() {
        return timeToDecision()
                .filter(time -> time.compareTo(Deadlines.timeToReview(alert.severity())) <= 0)
                .isPresent();
    }

    /** It is open, and its time has passed. */
    boolean isOverdue() {
        return isOpen() && due().filter(due -> due.isBefore(now)).isPresent();
    }
}
