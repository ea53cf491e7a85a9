package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chartwarden.producers.simulator.Recording.Recorder;

/**
 * How acts become AuditEvents: the server records each, the client some of them once more, under the same X-Request-Id
 * and by its own clock; and some arrive minutes after later ones.
 */
final class Delivery {

    private static final int RECORDED_TWICE = 12;
    private static final int DELAYED = 60;
    private static final Duration SHORTEST_DELAY = Duration.ofMinutes(1);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);
    private static final Duration SHORTEST_LAG = Duration.ofMillis(20);
    private static final Duration LONGEST_LAG = Duration.ofMillis(400);

    private final Chance chance;
    private final Duration longestDelay;

    Delivery(SimulationPlan plan) {
        this(Chance.ofDay(plan, "delivery"), LONGEST_DELAY);
    }

    /** @param longestDelay with which an AuditEvent arrives */
    Delivery(Chance chance, Duration longestDelay) {
        this.chance = chance;
        this.longestDelay = longestDelay;
    }

    /** In order of arrival. */
    List<Recording> deliver(List<Act> acts) {
        List<Recording> recordings = new ArrayList<>();
        acts.forEach(act -> recordings.addAll(recordings(act)));
        // A stable sort of acts in a fixed order: equal instants keep their order too.
        recordings.sort(Comparator.comparing(Recording::arrival));
        return List.copyOf(recordings);
    }

    /** Of one act: one, or two. */
    List<Recording> recordings(Act act) {
        List<Recording> recordings = new ArrayList<>();
        recordings.add(record(act, Recorder.SERVER, act.time()));
        if (chance.oneIn(RECORDED_TWICE)) {
            Instant clientTime = act.time().plus(chance.between(SHORTEST_LAG, LONGEST_LAG));
            recordings.add(record(act, Recorder.CLIENT, clientTime));
        }
        return recordings;
    }

    private Recording record(Act act, Recorder recorder, Instant recorded) {
        Duration delay = chance.oneIn(DELAYED) ? chance.between(SHORTEST_DELAY, longestDelay) : Duration.ZERO;
        return new Recording(chance.uuid(), act, recorder, recorded, recorded.plus(delay));
    }
}
