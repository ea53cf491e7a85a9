package org.chartwarden.producers.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.model.Department;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.producers.MemoryOutput;
import org.chartwarden.producers.source.Delivery.Fate;
import org.chartwarden.serde.TrustedClasses;
import org.chartwarden.topic.Topics;
import org.junit.jupiter.api.Test;

class BoundsTest {

    static {
        TrustedClasses.ensure();
    }

    private final MemoryOutput output = new MemoryOutput();

    @Test
    void shouldTakeTheLongestTextsAndLists() {
        WorkforceMember member = member("u".repeat(1_024))
                .setRoles(Collections.nCopies(1_000, "nurse"))
                .build();

        assertThatCode(() -> Bounds.require(member)).doesNotThrowAnyException();
    }

    @Test
    void shouldDeadLetterALongerId() {
        assertRefused(
                member("u".repeat(1_025)).build(),
                "WorkforceMember.userId would have 1,025 characters; 1,024 are allowed");
    }

    @Test
    void shouldDeadLetterALongerTextInsideOfAList() {
        Department department = Department.newBuilder().setId("d".repeat(2_000)).build();

        assertRefused(
                member("u").setDepartments(List.of(department)).build(),
                "Department.id would have 2,000 characters; 1,024 are allowed");
    }

    @Test
    void shouldDeadLetterALongerList() {
        assertRefused(
                member("u").setRoles(Collections.nCopies(1_001, "nurse")).build(),
                "WorkforceMember.roles would have 1,001 entries; 1,000 are allowed");
    }

    private void assertRefused(WorkforceMember member, String reason) {
        RecordReader reader = new RecordReader() {
            @Override
            public String feed() {
                return "test";
            }

            @Override
            public List<Outgoing<?>> read(byte[] raw) {
                return List.of(new Outgoing<>(Topics.WORKFORCE, member.getRecordId(), member));
            }
        };

        Delivery.Delivered delivered =
                output.delivery(Clock.systemUTC()).deliver(reader, new byte[] {7}, new Origin("a", "b"));

        assertThat(delivered.fate()).isEqualTo(Fate.DEAD_LETTERED);
        assertThat(output.produced()).isEmpty();
        assertThat(output.deadLetters()).extracting(DeadLetter::getReason).containsExactly(reason);
    }

    private static WorkforceMember.Builder member(String userId) {
        return WorkforceMember.newBuilder().setRecordId("r").setUserId(userId);
    }
}
