package org.chartwarden.standalone.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.settings.Settings;
import org.chartwarden.topic.Topics;

/** Waits until everything has come out and no alert waits for late paperwork any more. */
public final class Settled {

    private static final long PAUSE_MILLIS = 500;

    private final Settings settings;

    public Settled(Settings settings) {
        this.settings = settings;
    }

    /**
     * Waits. An alert that opens goes to the sink last of all, so the readers are waited for again.
     *
     * @return whether it came to that before the patience ended
     */
    public boolean await(Duration patience) throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        try (Drain drain = new Drain(settings)) {
            if (!drain.await(patience)) {
                return false;
            }
            while (isAnyProvisional(alerts().values())) {
                if (Instant.now().isAfter(deadline)) {
                    return false;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
            return drain.await(Duration.between(Instant.now(), deadline));
        }
    }

    /** The newest revision of each alert, by its id. */
    public Map<String, Alert> alerts() {
        return new TopicReader(settings).newest(Topics.ALERTS);
    }

    /** Ids of the alerts that mail and were open at one time, since late paperwork may have explained them afterwards. */
    public Set<String> mailing() {
        Set<String> ids = new TreeSet<>();
        new TopicReader(settings).read(Topics.ALERTS, entry -> {
            if (entry.value().getMails() && entry.value().getStatus() == AlertStatus.OPEN) {
                ids.add(entry.key());
            }
        });
        return ids;
    }

    private static boolean isAnyProvisional(Collection<Alert> alerts) {
        return alerts.stream().anyMatch(alert -> alert.getStatus() == AlertStatus.PROVISIONAL);
    }
}
