package org.chartwarden.producers.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A sample of each kind of message, after the examples of IHE BALP 1.1 and of DICOM, in R4 and in R5, and what is read of
 * it. A dash is null.
 */
class ConformanceTest {

    private final AuditEventReader reader = new AuditEventReader(Samples.CLOCK);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            SAMPLE                      |CATEGORY       A OUTCOME         |USER         NAME         |PATIENT OBJECT                |ADDRESS              |MORE
            read                        |RECORD         R SUCCESS         |prac-7       Ada Example  |pat-1   Observation/obs-9     |10.1.2.3             |nurse TREAT request-1
            read-of-the-patient         |RECORD         R SUCCESS         |prac-7       Ada Example  |pat-1   Patient/pat-1         |10.1.2.3             |
            query-get                   |SEARCH         E SUCCESS         |prac-7       Ada Example  |pat-1   -                     |10.1.2.3             |family birthdate
            query-post                  |SEARCH         E SUCCESS         |prac-7       Ada Example  |pat-1   -                     |10.1.2.3             |family birthdate
            query-without-user          |SEARCH         E SUCCESS         |-            -            |pat-1   -                     |10.1.2.3             |patient
            create                      |RECORD         C SUCCESS         |prac-7       Ada Example  |pat-1   DocumentReference/doc-3|10.1.2.3            |request-2
            update                      |RECORD         U SUCCESS         |prac-7       Ada Example  |pat-1   List/list-1           |10.1.2.3             |
            patch                       |RECORD         U SUCCESS         |prac-7       Ada Example  |pat-1   List/list-1           |10.1.2.3             |
            delete                      |RECORD         D SUCCESS         |prac-7       Ada Example  |pat-1   List/list-1           |10.1.2.3             |
            consent-decision            |SECURITY       E SERIOUS_FAILURE |prac-7       -            |pat-1   Consent/consent-1     |10.1.2.3             |token:token-1
            disclosure-at-source        |EXPORT         R SUCCESS         |pat-1        -            |pat-1   DocumentReference/doc-3|https://ehr.example/fhir|PATRQT
            disclosure-at-recipient     |EXPORT         C SUCCESS         |prac-7       Ada Example  |pat-1   DocumentReference/doc-3|10.1.2.3            |
            opaque-token                |RECORD         R SUCCESS         |-            -            |pat-1   List/list-1           |10.1.2.3             |token:C187CC480FAC40A0936902D8BC324F5F
            jwt-with-user               |RECORD         R SUCCESS         |aexample     Ada Example  |pat-1   List/list-1           |10.1.2.3             |token:token-2
            saml                        |RECORD         R SUCCESS         |05086900124  -            |pat-1   List/list-1           |10.1.2.3             |158965000 token:XC4WdYS0W5bjsMGc5Ue6tClD_5U
            login-failed                |AUTHENTICATION E SERIOUS_FAILURE |aexample     Ada Example  |-       -                     |10.1.2.3             |
            emergency-override          |SECURITY       E SUCCESS         |prac-7       Ada Example  |pat-1   -                     |10.1.2.3             |emergency
            override-of-an-administrator|SECURITY       E SUCCESS         |prac-7       Ada Example  |-       -                     |10.1.2.3             |
            patient-record-in-emergency |RECORD         R SUCCESS         |prac-7       Ada Example  |pat-1   Encounter/enc-5       |10.1.2.3             |in:enc-5 emergency
            security-configuration      |SECURITY       E SUCCESS         |prac-7       Ada Example  |-       -                     |10.1.2.3             |
            application-start           |OTHER          E SUCCESS         |-            -            |-       -                     |10.0.0.1             |
            images-by-a-device          |RECORD         R SUCCESS         |ct-1         -            |pat-1   ImagingStudy/study-1  |10.0.0.7             |
            bulk-export                 |EXPORT         E SUCCESS         |prac-7       Ada Example  |-       -                     |10.0.0.9             |interactive
            user-by-role                |RECORD         R SUCCESS         |-            Ada Example  |pat-1   List/list-1           |10.1.2.3             |
            user-by-role-and-identifier |RECORD         R SUCCESS         |prac-7       Ada Example  |pat-1   List/list-1           |10.1.2.3             |
            """)
    void shouldReadSampleOfEitherRelease(
            String sample, String act, String user, String object, String address, String more)
            throws IOException, Refusal {
        String expected = String.join("|", act, user, object, address, more == null ? "" : more)
                .replaceAll(" +", " ");

        assertThat(List.of(told("r4", sample), told("r5", sample))).containsOnly(expected);
    }

    @Test
    void shouldReadNoOtherSample() throws IOException {
        assertThat(samples("r4")).hasSize(25);
        assertThat(samples("r5")).hasSize(25);
    }

    private String told(String release, String sample) throws IOException, Refusal {
        String line = samples(release).stream()
                .filter(candidate -> candidate.contains("\"id\":\"" + sample + "\""))
                .findFirst()
                .orElseThrow();
        List<Outgoing<?>> outgoing = reader.read(Samples.utf8(line));
        assertThat(outgoing).hasSize(1);
        AccessEvent access = (AccessEvent) outgoing.get(0).value();
        assertThat(access.getTime()).isEqualTo("2026-03-04T08:49:00.250Z");
        assertThat(access.getSourceSystem()).isEqualTo("ehr-server");
        return "%s %s %s|%s %s|%s %s|%s|%s"
                .formatted(
                        access.getCategory(),
                        access.getAction(),
                        access.getOutcome(),
                        orDash(access.getUserId()),
                        orDash(access.getUserName()),
                        orDash(access.getPatientId()),
                        access.getObjectType() == null ? "-" : access.getObjectType() + "/" + access.getObjectId(),
                        orDash(access.getNetworkAddress()),
                        more(access));
    }

    private static String more(AccessEvent access) {
        StringBuilder more = new StringBuilder();
        append(more, "", access.getUserRole());
        access.getPurposeOfUse().forEach(purpose -> append(more, "", purpose));
        append(more, "", access.getRequestId());
        append(more, "in:", access.getEncounterId());
        append(more, "token:", access.getTokenId());
        access.getQueryParameters().forEach(parameter -> append(more, "", parameter));
        append(more, "", access.getEmergency() ? "emergency" : null);
        append(more, "", access.getInteractive() ? "interactive" : null);
        return more.toString().strip();
    }

    private static void append(StringBuilder text, String label, String value) {
        if (value != null) {
            text.append(' ').append(label).append(value);
        }
    }

    private static String orDash(String text) {
        return text == null ? "-" : text;
    }

    private static List<String> samples(String release) throws IOException {
        try (InputStream lines = ConformanceTest.class.getResourceAsStream("/balp/" + release + ".ndjson")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
