package org.chartwarden.streams.habit;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.chartwarden.model.Habit;
import org.chartwarden.model.HabitKind;
import org.chartwarden.streams.state.HabitCount;
import org.chartwarden.streams.state.Lesson;

/**
 * Counts what habitually happens, and publishes a habit when it changed notably. Every lesson counts in its habit and in
 * the whole against which the habit is measured; when the whole has grown, all its habits are published anew, or those
 * that have ceased would keep their old confidence for ever.
 */
public final class LearnHabits implements Processor<String, Lesson, String, Habit> {

    /** By scope: the whole. By scope, NUL and the habit's other half: the habit. */
    public static final String STORE = "habit-counts";

    /** So much of a change is worth telling every instance. */
    private static final double NOTABLE = 1.1;

    private static final StringSerializer PREFIX = new StringSerializer();
    private static final char END = '\0';

    private ProcessorContext<String, Habit> context;
    private KeyValueStore<String, HabitCount> counts;

    @Override
    public void init(ProcessorContext<String, Habit> context) {
        this.context = context;
        this.counts = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, Lesson> record) {
        Lesson lesson = record.value();
        HabitCount whole = counted(record.key(), lesson);
        HabitCount own = counted(HabitKeys.counted(lesson), lesson);
        if (isNotable(patients(whole), whole.getTold())) {
            counts.put(record.key(), told(whole));
            publishAll(record, whole);
        } else if (isNotable(patients(own), own.getTold()) || isNotable(users(own), own.getToldUsers())) {
            publish(record, HabitKeys.counted(lesson), own, whole);
        }
    }

    /** Counts the lesson; writes only when it is new. */
    private HabitCount counted(String key, Lesson lesson) {
        HabitCount before = counts.get(key);
        HabitCount known = before == null
                ? HabitCount.newBuilder()
                        .setPatients(DistinctCount.none())
                        .setUsers(DistinctCount.none())
                        .build()
                : before;
        HabitCount after = HabitCount.newBuilder(known)
                .setPatients(DistinctCount.with(known.getPatients(), lesson.getPatientId()))
                .setUsers(DistinctCount.with(known.getUsers(), lesson.getBy()))
                .build();
        if (!after.equals(before)) {
            counts.put(key, after);
        }
        return after;
    }

    private void publishAll(Record<String, Lesson> record, HabitCount whole) {
        List<KeyValue<String, HabitCount>> habits = new ArrayList<>();
        try (KeyValueIterator<String, HabitCount> found = counts.prefixScan(record.key() + END, PREFIX)) {
            found.forEachRemaining(habits::add);
        }
        habits.forEach(habit -> publish(record, habit.key, habit.value, whole));
    }

    private void publish(Record<String, Lesson> record, String key, HabitCount own, HabitCount whole) {
        counts.put(key, told(own));
        HabitKind kind = HabitKind.valueOf(record.value().getKind());
        String scope = record.key().substring(kind.name().length() + 1);
        String other = key.substring(record.key().length() + 1);
        String group = kind == HabitKind.OPENS ? other : scope;
        String department = kind == HabitKind.OPENS ? scope : other;
        long of = Math.round(patients(whole));
        // Both are estimates, and a part is never more than the whole.
        long support = Math.min(of, Math.round(patients(own)));
        Habit habit = Habit.newBuilder()
                .setKind(kind)
                .setGroup(group)
                .setDepartment(department)
                .setSupport(support)
                .setOf(of)
                .setUsers(Math.round(users(own)))
                .setConfidence((double) support / of)
                .build();
        context.forward(new Record<>(HabitKeys.habit(kind, group, department), habit, record.timestamp()));
    }

    private static HabitCount told(HabitCount count) {
        return HabitCount.newBuilder(count)
                .setTold(patients(count))
                .setToldUsers(users(count))
                .build();
    }

    private static double patients(HabitCount count) {
        return DistinctCount.estimate(count.getPatients());
    }

    private static double users(HabitCount count) {
        return DistinctCount.estimate(count.getUsers());
    }

    private static boolean isNotable(double now, double told) {
        return now >= told * NOTABLE && Math.round(now) > Math.round(told);
    }
}
