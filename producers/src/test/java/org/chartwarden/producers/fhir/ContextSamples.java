package org.chartwarden.producers.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.ZoneId;
import java.util.List;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.Patient;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.serde.TrustedClasses;

/** Context resources as a site in Berlin reads them. */
final class ContextSamples {

    private static final ContextReader READER = new ContextReader(Samples.CLOCK, ZoneId.of("Europe/Berlin"));

    static {
        TrustedClasses.ensure(); // Before the expectations are built, too.
    }

    private ContextSamples() {}

    static Outgoing<?> read(String resource) throws Refusal {
        List<Outgoing<?>> records = READER.read(Samples.utf8(resource));
        assertThat(records).hasSize(1);
        return records.get(0);
    }

    /** Care of which one resource tells several pieces. */
    static List<CareEvent> allCare(String resource) throws Refusal {
        return READER.read(Samples.utf8(resource)).stream()
                .map(record -> (CareEvent) record.value())
                .toList();
    }

    static CareEvent care(String resource) throws Refusal {
        return (CareEvent) read(resource).value();
    }

    static WorkforceMember member(String resource) throws Refusal {
        return (WorkforceMember) read(resource).value();
    }

    static Patient patient(String resource) throws Refusal {
        return (Patient) read(resource).value();
    }

    /** Null when the resource is read. */
    static Refusal refusal(String resource) {
        return catchThrowableOfType(Refusal.class, () -> READER.read(Samples.utf8(resource)));
    }
}
