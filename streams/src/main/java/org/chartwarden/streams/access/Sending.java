package org.chartwarden.streams.access;

import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Moved;
import org.chartwarden.streams.access.Merges.Hop;
import org.chartwarden.streams.context.EventTime;
import org.chartwarden.streams.habit.HabitKeys;
import org.chartwarden.streams.state.Lesson;

/**
 * Sends out what follows from a fact that arrived.
 *
 * @param key of the fact, and of the accesses that it has a bearing on: the patient, where there is one
 * @param time of the fact, in milliseconds since 1970
 */
record Sending(ProcessorContext<String, Outcome> context, String key, long time) {

    /** The latest event time that the task has seen. */
    Instant streamTime() {
        return Instant.ofEpochMilli(Math.max(0, context.currentStreamTimeMs()));
    }

    void explained(ExplainedAccess access) {
        forward(key, new Outcome.Explained(access), EventTime.of(access.getAccess()));
    }

    void moves(Hop hop, Moved.Builder what) {
        forward(hop.to(), new Outcome.Moves(what.setPassed(hop.passed()).build()), time);
    }

    void teaches(Lesson lesson) {
        forward(HabitKeys.scope(lesson), new Outcome.Teaches(lesson), time);
    }

    private void forward(String to, Outcome outcome, long at) {
        context.forward(new Record<>(to, outcome, at));
    }
}
