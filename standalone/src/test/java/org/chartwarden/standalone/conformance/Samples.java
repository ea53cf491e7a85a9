package org.chartwarden.standalone.conformance;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Action;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.model.Department;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Explanation;
import org.chartwarden.model.Outcome;
import org.chartwarden.model.Patient;
import org.chartwarden.model.RuleHit;
import org.chartwarden.model.Severity;
import org.chartwarden.model.Stage;

/** Records that between them use every kind of type of the contract. */
final class Samples {

    private static final Instant NOON = Instant.parse("2026-03-29T12:00:00.123Z");

    private Samples() {}

    /** Nested records, arrays, enums, logical types, doubles, and text beyond ASCII. */
    static ExplainedAccess explainedAccess() {
        return ExplainedAccess.newBuilder()
                .setAccess(access())
                .setExplained(true)
                .setExplanations(List.of(new Explanation(
                        "department-encounter", 0.75, "Encounter in Ærø ward 东", List.of("Encounter/e1"))))
                .setUserDepartments(List.of(new Department("d1", "Ward 1"), new Department("d2", null)))
                .setRuleHits(List.of(new RuleHit("vip", 2, Severity.CRITICAL, "a1", "A VIP's record")))
                .build();
    }

    private static AccessEvent access() {
        return AccessEvent.newBuilder()
                .setEventId("e1")
                .setTime(NOON)
                .setReceivedAt(NOON.plusMillis(1))
                .setAction(Action.R)
                .setCategory(AccessCategory.RECORD)
                .setOutcome(Outcome.SUCCESS)
                .setUserId("u1")
                .setPatientId("p1")
                .setPurposeOfUse(List.of("TREAT", "BTG"))
                .setEmergency(true)
                .build();
    }

    /** Dates, before 1970 too, and nulls. */
    static Patient patient() {
        return Patient.newBuilder()
                .setPatientId("p1")
                .setBirthDate(LocalDate.of(1960, 2, 29))
                .setVip(true)
                .build();
    }

    /** Every byte there is. */
    static DeadLetter deadLetter() {
        byte[] raw = new byte[256];
        for (int index = 0; index < raw.length; index++) {
            raw[index] = (byte) index;
        }
        return DeadLetter.newBuilder()
                .setDeadLetterId("l1")
                .setTime(NOON)
                .setStage(Stage.PRODUCERS)
                .setSource("feed/file.ndjson")
                .setPosition("line 7")
                .setReason("not JSON")
                .setRaw(ByteBuffer.wrap(raw))
                .build();
    }

    static List<SpecificRecord> all() {
        return List.of(explainedAccess(), patient(), deadLetter());
    }
}
