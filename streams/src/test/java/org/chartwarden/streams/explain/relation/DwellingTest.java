package org.chartwarden.streams.explain.relation;

import static org.assertj.core.api.Assertions.assertThat;

import org.chartwarden.model.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DwellingTest {

    @ParameterizedTest
    @CsvSource({
        "12 Elm Street, '12, ELM ST.'",
        "Hauptstraße 14b, Hauptstr. 14b",
        "12 Elm St Apartment 3, '12 Elm Street, Apt. 3'",
    })
    void shouldRecogniseTheSameAddress(String one, String other) {
        assertThat(arlen(one).isSameAddress(arlen(other))).isTrue();
        assertThat(arlen(one).isSameStreet(arlen(other))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "12 Elm Street, 14 Elm St",
        "12 Elm Street, 12a Elm St",
        "12 Elm St Apt 3, 12 Elm St Apt 4",
        "Hauptstr. 14, Hauptstraße 2 a",
        "Straße des 17. Juni 135, Straße des 17. Juni 9",
        "120 5th Avenue, 7 5th Ave",
        "12 rue du 8 Mai 1945, 3 Rue du 8 mai 1945",
    })
    void shouldRecogniseTheSameStreet(String one, String other) {
        assertThat(arlen(one).isSameAddress(arlen(other))).isFalse();
        assertThat(arlen(one).isSameStreet(arlen(other))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"12 Elm Street, 12 Oak Street", "PO Box 7, PO Box 8", "120 5th Avenue, 120 6th Avenue", "12, 14"})
    void shouldTellStreetsApart(String one, String other) {
        assertThat(arlen(one).isSameStreet(arlen(other))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "76001, Arlen, 76001, Arlen Heights, true",
        "76001-1234, , 76001, , true",
        "76001, Arlen, 76002, Arlen, false",
        "76001, Arlen, , ARLEN, true",
        ", Arlen, , McMaynerbury, false",
        ", , , , false",
    })
    void shouldCompareThePlace(String code, String city, String otherCode, String otherCity, boolean same) {
        Dwelling one = dwelling("12 Elm Street", code, city);
        Dwelling other = dwelling("12 Elm Street", otherCode, otherCity);

        assertThat(one.isSameAddress(other)).isEqualTo(same);
        assertThat(one.isSameStreet(other)).isEqualTo(same);
    }

    @Test
    void shouldTakeNobodyWithoutAnAddressForAHousehold() {
        assertThat(Dwelling.of(null).isSameAddress(Dwelling.of(null))).isFalse();
        assertThat(arlen(null).isSameAddress(arlen(null))).isFalse();
        assertThat(arlen(null).isSameStreet(arlen(null))).isFalse();
    }

    private static Dwelling arlen(String line) {
        return dwelling(line, null, "Arlen");
    }

    private static Dwelling dwelling(String line, String code, String city) {
        return Dwelling.of(Address.newBuilder()
                .setLine(line)
                .setPostalCode(code)
                .setCity(city)
                .build());
    }
}
