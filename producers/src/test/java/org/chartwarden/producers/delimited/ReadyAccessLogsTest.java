package org.chartwarden.producers.delimited;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.producers.doors.Act;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Test;

class ReadyAccessLogsTest {

    @Test
    void shouldReadAnEpicLikeAccessLog() throws IOException, Refusal {
        List<AccessEvent> accesses = accesses("epic-access-log");

        assertThat(accesses.stream().map(ReadyAccessLogsTest::brief))
                .containsExactly(
                        "2026-03-04T07:15:00Z R RECORD SUCCESS RN1042 Z100 Problem List Viewed",
                        "2026-03-04T07:16:30Z U RECORD SUCCESS RN1042 Z100 Note Pended",
                        "2026-03-04T13:02:00Z R RECORD SUCCESS MD2001 Z200 Break-the-Glass Form Accepted",
                        "2026-03-04T13:05:00Z R EXPORT SUCCESS MD2001 Z200 Report Printed",
                        "2026-03-04T13:06:00Z E SEARCH SUCCESS MD2001 Z200 Patient Lookup",
                        "2026-03-04T13:09:00Z E AUTHENTICATION SUCCESS MD2001 - -");
        assertThat(accesses)
                .extracting(AccessEvent::getEmergency)
                .containsExactly(false, false, true, false, false, false);
        assertThat(accesses.get(0))
                .returns("DOE, JANE", AccessEvent::getUserName)
                .returns("WS-3-07", AccessEvent::getNetworkAddress)
                .returns("900123", AccessEvent::getEncounterId)
                .returns("34101", AccessEvent::getObjectId)
                .returns("epic", AccessEvent::getSourceSystem);
        assertThat(accesses.get(2).getEncounterId()).isNull();
        assertThat(accesses).extracting(AccessEvent::getEventId).doesNotHaveDuplicates();
    }

    @Test
    void shouldReadTheLogOfOpenEmr() throws IOException, Refusal {
        assertThat(accesses("openemr-log").stream().map(ReadyAccessLogsTest::brief))
                .containsExactly(
                        "2026-03-04T07:15:00Z R RECORD SUCCESS nurse1 17 Patient Demographics",
                        "2026-03-04T07:15:01Z U RECORD SUCCESS nurse1 17 Vitals",
                        "2026-03-04T07:15:02Z R RECORD SUCCESS nurse1 17 -",
                        "2026-03-04T07:00:00Z E AUTHENTICATION SUCCESS nurse1 - -",
                        "2026-03-04T06:59:00Z E AUTHENTICATION MINOR_FAILURE nurse1 - -",
                        "2026-03-04T07:16:00Z U OTHER SUCCESS nurse1 17 -",
                        "2026-03-04T07:17:00Z C OTHER SUCCESS admin - Security",
                        "2026-03-04T08:01:00Z D RECORD SUCCESS nurse1 17 Allergy");
    }

    /** The row's id and its system make the event's id, so that a table that is exported again is recognised. */
    @Test
    void shouldRecogniseARowOfOpenEmrByItsId() throws Refusal {
        String header = "id,date,event,category,user,patient_id,success,log_from";

        Object first = Given.read(Given.ready("openemr-log"), header, "7,2026-03-04 08:00:00,view,view,n,1,1,open-emr")
                .get(0);
        Object again = Given.read(Given.ready("openemr-log"), header, "7,2026-03-04 08:00:01,view,view,n,1,1,open-emr")
                .get(0);

        assertThat(((AccessEvent) again).getEventId()).isEqualTo(((AccessEvent) first).getEventId());
    }

    @Test
    void shouldReadOurOwnColumnsAsTheyWereWritten() throws IOException, Refusal {
        List<Act> acts = Act.hundred();
        String file = new String(AccessRowSamples.file(acts), StandardCharsets.UTF_8);

        List<Object> accesses = Given.values(Given.feed(Given.ready("access-log")), file);

        assertThat(accesses).map(access -> actOf((AccessEvent) access)).isEqualTo(acts);
    }

    @Test
    void shouldTakeTheTimeAndTheActionAsAllThatMustBeTold() throws Refusal {
        AccessEvent access =
                (AccessEvent) Given.read(Given.ready("access-log"), "action,time", "e,2026-03-04T08:00:00Z")
                        .get(0);

        assertThat(brief(access)).isEqualTo("2026-03-04T08:00:00Z E OTHER SUCCESS - - -");
    }

    private static Act actOf(AccessEvent access) {
        return new Act(
                access.getTime(),
                access.getAction(),
                access.getCategory(),
                access.getOutcome(),
                access.getUserId(),
                access.getUserName(),
                access.getUserRole(),
                access.getPatientId(),
                access.getEncounterId(),
                access.getObjectType(),
                access.getObjectId(),
                access.getPurposeOfUse(),
                access.getSourceSystem(),
                access.getNetworkAddress(),
                access.getRequestId(),
                access.getInteractive(),
                access.getSecurityLabels(),
                access.getQueryParameters());
    }

    private static List<AccessEvent> accesses(String mapping) throws IOException, Refusal {
        try (InputStream sample = ReadyAccessLogsTest.class.getResourceAsStream("/delimited/" + mapping + ".csv")) {
            String file = new String(sample.readAllBytes(), StandardCharsets.UTF_8);
            return Given.values(Given.feed(Given.ready(mapping)), file).stream()
                    .map(AccessEvent.class::cast)
                    .toList();
        }
    }

    private static String brief(AccessEvent access) {
        Instant time = access.getTime();
        return Stream.of(
                        time,
                        access.getAction(),
                        access.getCategory(),
                        access.getOutcome(),
                        access.getUserId(),
                        access.getPatientId(),
                        access.getObjectType())
                .map(part -> Objects.toString(part, "-"))
                .collect(Collectors.joining(" "));
    }
}
