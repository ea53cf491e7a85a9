package org.chartwarden.producers.delimited;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.chartwarden.model.WatchEntry;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.topic.Topic;
import org.chartwarden.topic.Topics;

/** Records that hold until something ends them, as a snapshot does that does not have them any more. */
interface Lasting<T extends SpecificRecord> {

    Lasting<WorkforceMember> MEMBERS = new Members();
    Lasting<WatchEntry> ENTRIES = new Entries();

    Topic<T> topic();

    String key(T value);

    /** Whether a snapshot speaks of it: it held at that time, within that span, and was not told anew since. */
    boolean holds(T value, Instant asOf, Span span);

    /** The same record, which holds no more. */
    T ended(T value, Instant asOf);

    /**
     * From the first to the last begin that a file tells of. A roster of next week says nothing about the last one.
     *
     * @param first null when it tells of none
     */
    record Span(Instant first, Instant last) {

        Span including(Instant begin) {
            return first == null
                    ? new Span(begin, begin)
                    : new Span(begin.isBefore(first) ? begin : first, begin.isAfter(last) ? begin : last);
        }

        boolean contains(Instant begin) {
            return first != null && !begin.isBefore(first) && !begin.isAfter(last);
        }
    }

    private static boolean isNewer(Instant updatedAt, Instant asOf) {
        return updatedAt != null && updatedAt.isAfter(asOf);
    }

    private static boolean lasts(Instant end, Instant asOf) {
        return end == null || end.isAfter(asOf);
    }

    /** Staff, leave and shifts. */
    final class Members implements Lasting<WorkforceMember> {

        @Override
        public Topic<WorkforceMember> topic() {
            return Topics.WORKFORCE;
        }

        @Override
        public String key(WorkforceMember member) {
            return member.getRecordId();
        }

        @Override
        public boolean holds(WorkforceMember member, Instant asOf, Span span) {
            return member.getActive()
                    && !isNewer(member.getUpdatedAt(), asOf)
                    && lasts(member.getEmployedUntil(), asOf)
                    && member.getLeaves().stream().allMatch(leave -> lasts(leave.getEnd(), asOf))
                    && member.getDuties().stream().allMatch(duty -> span.contains(duty.getStart()));
        }

        /** A leave or a shift keeps its times: without them it would look like a person who was dismissed. */
        @Override
        public WorkforceMember ended(WorkforceMember member, Instant asOf) {
            boolean tellsTimes = !member.getLeaves().isEmpty()
                    || !member.getShifts().isEmpty()
                    || !member.getDuties().isEmpty();
            return WorkforceMember.newBuilder(member)
                    .setActive(false)
                    .setEmployedUntil(tellsTimes ? member.getEmployedUntil() : asOf)
                    .setUpdatedAt(asOf)
                    .build();
        }
    }

    /** Watch lists. */
    final class Entries implements Lasting<WatchEntry> {

        @Override
        public Topic<WatchEntry> topic() {
            return Topics.WATCH_LIST;
        }

        @Override
        public String key(WatchEntry entry) {
            return entry.getEntryId();
        }

        @Override
        public boolean holds(WatchEntry entry, Instant asOf, Span span) {
            return !isNewer(entry.getUpdatedAt(), asOf) && lasts(entry.getUntil(), asOf);
        }

        @Override
        public WatchEntry ended(WatchEntry entry, Instant asOf) {
            return WatchEntry.newBuilder(entry)
                    .setUntil(asOf)
                    .setUpdatedAt(asOf)
                    .build();
        }
    }
}
