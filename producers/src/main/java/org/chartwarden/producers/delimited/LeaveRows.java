package org.chartwarden.producers.delimited;

import java.time.Instant;
import java.util.List;
import org.chartwarden.model.Leave;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.topic.Topics;

/** Rows of a list of absences: each is a record of the workforce that tells nothing but one leave. */
final class LeaveRows implements RowMapper {

    private final RowVersion version;

    LeaveRows(RowVersion version) {
        this.version = version;
    }

    @Override
    public List<Outgoing<?>> records(Told told) throws Refusal {
        String key = keys(told).get(0);
        Instant start = start(told);
        Instant end = told.instant("end", Moments.Day.LAST).orElse(null);
        if (end != null && end.isBefore(start)) {
            throw new Refusal(told.path("end"), "is before the begin; an end after it, or none, is allowed");
        }
        WorkforceMember member = WorkforceMember.newBuilder()
                .setRecordId(key)
                .setUserId(told.required("userId"))
                .setActive(told.flag("active", true))
                .setLeaves(List.of(new Leave(start, end)))
                .setUpdatedAt(version.of(told))
                .build();
        return List.of(new Outgoing<>(Topics.WORKFORCE, key, member));
    }

    @Override
    public List<String> keys(Told told) throws Refusal {
        return List.of(told.mapping().identity().list() + "/" + told.required("userId") + "/" + start(told));
    }

    private static Instant start(Told told) throws Refusal {
        return told.instant("start", Moments.Day.BEGIN).orElseThrow(() -> told.missing("start"));
    }
}
