package org.chartwarden.streams.access;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
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
 * @param headers of the fact: from which source it came; they go along when it moves on
 */
record Sending(ProcessorContext<String, Outcome> context, String key, long time, Headers headers) {

    /** The latest event time that the task has seen. */
    Instant streamTime() {
        return Instant.ofEpochMilli(Math.max(0, context.currentStreamTimeMs()));
    }

    void explained(ExplainedAccess access) {
        forward(key, new Outcome.Explained(access), EventTime.of(access.getAccess()), new RecordHeaders());
    }

    void moves(Hop hop, Moved.Builder what) {
        forward(hop.to(), new Outcome.Moves(what.setPassed(hop.passed()).build()), time, headers);
    }

    void teaches(Lesson lesson) {
        forward(HabitKeys.scope(lesson), new Outcome.Teaches(lesson), time, new RecordHeaders());
    }

    private void forward(String to, Outcome outcome, long at, Headers with) {
        context.forward(new Record<>(to, outcome, at, with));
    }
}
