package org.chartwarden.producers.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.chartwarden.model.Patient;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatientsTest {

    @ParameterizedTest
    @CsvSource({
        "MR,   1^^^A^MR,              1",
        "MR,   2^^^A^PI~1^^^A^mr,     1",
        "MR,   1^^^A^MR~2^^^B^MR,     1",
        "MR@B, 1^^^A^MR~2^^^B&1.2&ISO^MR, 2",
        "PI,   1^^^A^MR~2^^^B^PI,     2",
        "MR,   1,                     1",
        "MR,   1^^^A,                 1",
        "MR@A, 1^^^A,                 1",
        "MR@A, 1,                     1",
    })
    void shouldKnowPatientByTheIdentifierThatTheSiteNames(String setting, String identifiers, String expected)
            throws Refusal {
        Hl7Reader reader = new Hl7Reader(Settings.of(Map.of("hl7.patient.identifier", setting)), Hl7Samples.CLOCK);

        assertThat(reader.read(Hl7Samples.adt("A31", "PID|||" + identifiers)))
                .extracting(Outgoing::key)
                .isEqualTo(List.of(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "^^^A^MR", "1^^^A^PI", "1~2", "1^^^A~2^^^A^SS"})
    void shouldRefusePatientWithoutThatIdentifier(String identifiers) {
        assertThat(Hl7Samples.refusal(Hl7Samples.adt("A31", "PID|||" + identifiers)))
                .hasMessage(
                        "PID-3 has no identifier of the type MR, which the setting hl7.patient.identifier asks for");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MR@", "@A", "MR@A@B"})
    void shouldRefuseSettingThatNamesNoIdentifier(String setting) {
        Settings settings = Settings.of(Map.of("hl7.patient.identifier", setting));

        assertThatThrownBy(() -> new Hl7Reader(settings, Hl7Samples.CLOCK))
                .isInstanceOf(SettingsException.class)
                .hasMessage(
                        "hl7.patient.identifier must be a type of identifier such as MR, or a type and its authority"
                                + " such as MR@HOSPITAL.");
    }

    @Test
    void shouldUnescapeTexts() throws Refusal {
        Patient patient = Hl7Samples.patient(Hl7Samples.adt("A31", "PID|||1||O\\T\\Neil&von^Ann\\S\\e"));

        assertThat(patient.getFamilyName()).isEqualTo("O&Neil");
        assertThat(patient.getGivenName()).isEqualTo("Ann^e");
    }

    @ParameterizedTest
    @CsvSource({
        "19800229,       1980-02-29",
        "198002291530,   1980-02-29",
        "198002,         ",
        "1980,           ",
        "'',             ",
    })
    void shouldTakeBirthDateOnlyWhereItIsADay(String told, LocalDate expected) throws Refusal {
        Patient patient = Hl7Samples.patient(Hl7Samples.adt("A31", "PID|||1||||" + told));

        assertThat(patient.getBirthDate()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'',             '', false, ",
        "'',             Y,  true,  ",
        "202603021000,   Y,  true,  2026-03-02T09:00:00Z",
        "20260302,       '', true,  2026-03-01T23:00:00Z",
        "2026,           Y,  true,  ",
        "20260302,       N,  false, ",
    })
    void shouldReadDeath(String time, String indicator, boolean deceased, Instant deceasedAt) throws Refusal {
        Patient patient =
                Hl7Samples.patient(Hl7Samples.adt("A31", "PID|||1" + "|".repeat(26) + time + "|" + indicator));

        assertThat(patient.getDeceased()).isEqualTo(deceased);
        assertThat(patient.getDeceasedAt()).isEqualTo(deceasedAt);
    }

    @ParameterizedTest
    @CsvSource({"Y, true", "VIP, true", "1, true", "N, false", "no, false", "0, false", "'', false"})
    void shouldReadVip(String code, boolean vip) throws Refusal {
        Patient patient = Hl7Samples.patient(Hl7Samples.adt("A31", "PID|||1\nPV1|1|N" + "|".repeat(14) + code));

        assertThat(patient.getVip()).isEqualTo(vip);
        assertThat(patient.getVipTold()).isEqualTo(!code.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "Work 1^^X^^1^^B~Home 2^^Y^^2^^H, Home 2",
        "Only 1^^X,                       Only 1",
        "Work 1^^X^^1^^O,                 ",
        "\"\",                            ",
    })
    void shouldTakeAddressWhereSomebodyLives(String addresses, String line) throws Refusal {
        Patient patient = Hl7Samples.patient(Hl7Samples.adt("A31", "PID|||1||||||||" + addresses));

        assertThat(patient.getAddress() == null ? null : patient.getAddress().getLine())
                .isEqualTo(line);
    }
}
