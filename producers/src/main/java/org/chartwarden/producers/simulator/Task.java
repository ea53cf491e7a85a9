package org.chartwarden.producers.simulator;

import java.time.Instant;
import java.util.Optional;

/**
 * One patient who gives one member of staff something to do on one day.
 *
 * @param patientId whose chart it takes
 * @param visit what it is for; absent for a question that no visit causes
 * @param from the earliest time at which the chart is opened for it
 * @param to the latest
 * @param weight how often it is, beside the other tasks of the day
 * @param recorded whether any record ever tells that the member has to do with the patient
 */
record Task(String patientId, Optional<Visit> visit, Instant from, Instant to, int weight, boolean recorded) {

    static Task of(Episode episode, Duty duty, int weight, boolean recorded) {
        return new Task(
                episode.patientId(),
                Optional.of(episode.visit()),
                duty.begin(),
                duty.end(),
                weight,
                recorded && episode.recorded().isPresent());
    }

    Task within(Instant earliest, Instant latest) {
        Instant begin = earliest.isAfter(from) && earliest.isBefore(to) ? earliest : from;
        Instant end = latest.isBefore(to) && latest.isAfter(begin) ? latest : to;
        return new Task(patientId, visit, begin, end, weight, recorded);
    }
}
